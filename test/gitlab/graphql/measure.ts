import {
	type DocumentNode,
	type FieldNode,
	type FragmentDefinitionNode,
	type GraphQLObjectType,
	GraphQLIncludeDirective,
	GraphQLSkipDirective,
	Kind,
	type OperationDefinitionNode,
	type SelectionSetNode,
	getArgumentValues,
	getDirectiveValues,
	getNamedType,
	getVariableValues,
	isObjectType,
} from 'graphql';
import { costOf } from './costs.ts';
import { schema } from './schema.ts';

/** How much an operation asks for, told before it is run. */
export interface Measure {
	complexity: number;
	/** Fields on the longest way from the root to a leaf. */
	depth: number;
}

type Variables = NonNullable<ReturnType<typeof getVariableValues>['variableValues']>;

interface Operation {
	variables: Variables;
	fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Undefined: the variables do not fit, and running the operation says how. */
export function measure(
	document: DocumentNode,
	operation: OperationDefinitionNode,
	given: Readonly<Record<string, unknown>>,
): Measure | undefined {
	const { variableValues: variables } = getVariableValues(
		schema,
		operation.variableDefinitions ?? [],
		given,
	);
	const root = schema.getRootType(operation.operation);
	if (variables === undefined || !root) return undefined;
	const fragments = new Map(
		document.definitions
			.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
			.map((definition) => [definition.name.value, definition]),
	);
	return measureFields(root, [operation.selectionSet], { variables, fragments });
}

function measureFields(
	type: GraphQLObjectType,
	selections: readonly SelectionSetNode[],
	operation: Operation,
): Measure {
	const fields = new Map<string, FieldNode[]>();
	for (const selection of selections) collect(selection, operation, fields);
	const measures = [...fields.values()].map((nodes) => measureField(type, nodes, operation));
	return {
		complexity: measures.reduce((sum, { complexity }) => sum + complexity, 0),
		depth: Math.max(0, ...measures.map(({ depth }) => depth)),
	};
}

/** @param nodes The field as often as the query has it: it is run, and counted, once. */
function measureField(
	type: GraphQLObjectType,
	nodes: readonly FieldNode[],
	operation: Operation,
): Measure {
	const [node] = nodes;
	const field = node && type.getFields()[node.name.value];
	// `__typename` and the questions about the schema itself.
	if (!field) return { complexity: 1, depth: 1 };
	const returned = getNamedType(field.type);
	const inside = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
	const children = isObjectType(returned)
		? measureFields(returned, inside, operation)
		: { complexity: 0, depth: 0 };
	const args = getArgumentValues(field, node, operation.variables);
	return {
		complexity: costOf(`${type.name}.${field.name}`, args, children.complexity),
		depth: children.depth + 1,
	};
}

function collect(
	{ selections }: SelectionSetNode,
	operation: Operation,
	fields: Map<string, FieldNode[]>,
): void {
	for (const selection of selections) {
		if (isLeftOut(selection, operation)) continue;
		if (selection.kind === Kind.FIELD) {
			const key = (selection.alias ?? selection.name).value;
			fields.set(key, [...(fields.get(key) ?? []), selection]);
			continue;
		}
		const inside =
			selection.kind === Kind.INLINE_FRAGMENT
				? selection
				: operation.fragments.get(selection.name.value);
		if (inside) collect(inside.selectionSet, operation, fields);
	}
}

function isLeftOut(
	node: SelectionSetNode['selections'][number],
	{ variables }: Operation,
): boolean {
	const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
	const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
	return skip?.if === true || include?.if === false;
}
