import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf, findAround } from '#core/consumers/source/engine/syntax.ts';
import { specificationsOf } from './declarations.ts';

/** A name that a function declares, and where it means that. */
export interface Binding {
	readonly kind: 'parameter' | 'value' | 'range' | 'switch' | 'type';
	/** What declares it. */
	readonly node: SyntaxNode;
	/** Its place among the names that are declared together. */
	readonly index: number;
	readonly from: number;
	readonly to: number;
}

type NamedBinding = readonly [name: string, Binding];

const functions = /^(FunctionDecl|MethodDecl|FunctionLiteral)$/;
const scopes = new RegExp(
	`^(Block|(If|For|Switch|TypeSwitch|Select)Statement)$|${functions.source}`,
);

const declaring =
	/^(Parameter|RangeClause|TypeParam|(TypeSwitch|Receive)Statement|(Type|Var|Const)Decl)$/;

/** All names that the functions of a file declare. Those of its package are not among them. */
export function findBindings(file: ParsedFile): NamedBinding[] {
	const found: NamedBinding[] = [];
	const add = (kind: Binding['kind'], node: SyntaxNode, from: number) => {
		const scope = findAround(node, scopes);
		if (!scope.parent) return;
		for (const [index, name] of node.getChildren('DefName').entries()) {
			const binding = { kind, node, index, from: from < 0 ? scope.from : from, to: scope.to };
			found.push([file.read(name), binding]);
		}
	};
	file.tree.iterate({
		enter(part) {
			if (!declaring.test(part.name)) return;
			const { name, node } = part;
			if (name === 'Parameter') {
				// Those of a type have names as well, that mean nothing.
				if (functions.test(node.parent?.parent?.name ?? '')) add('parameter', node, -1);
			} else if (name === 'RangeClause') add('range', node, node.to);
			else if (name === 'TypeParam') found.push(...typesOf(node, file));
			else if (name === 'TypeSwitchStatement') add('switch', node, node.from);
			else if (name === 'ReceiveStatement') add('value', node, node.to);
			else {
				for (const specification of specificationsOf(node)) {
					const isType = specification.name === 'TypeSpec';
					add(isType ? 'type' : 'value', specification, isType ? node.from : specification.to);
				}
			}
		},
	});
	return found;
}

/** `A, B any`: a name means what its constraint says, in all that has the parameters. */
function typesOf(node: SyntaxNode, file: ParsedFile): NamedBinding[] {
	const { from, to } = node.parent?.parent ?? node;
	const names = node.getChildren('TypeName').filter((name) => name.to !== node.to);
	return names.map((name, index) => [file.read(name), { kind: 'type', node, index, from, to }]);
}

/** The parts of a specification that are no names: its type, where it has one, and its values. */
export function readSpecification(node: SyntaxNode): {
	type: SyntaxNode | undefined;
	values: SyntaxNode[];
} {
	const parts = childrenOf(node).filter(
		({ name }) => !/^(,|DefName|var|const)$|Comment$/.test(name),
	);
	const equals = parts.findIndex(({ name }) => /^:?=$/.test(name));
	if (equals < 0) return { type: parts[0], values: [] };
	return { type: parts.slice(0, equals)[0], values: parts.slice(equals + 1) };
}
