import type { SyntaxNode } from '@lezer/common';
import type { ExpressionGrammar } from '#core/consumers/source/engine/evaluator.ts';
import type { Services } from '#core/consumers/source/engine/services.ts';
import { argumentsOf, childrenOf, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import { other, unknown, written, type Expression } from '#core/consumers/source/engine/value.ts';
import type { ClientLibrary } from '#model/api.ts';
import { readSpecification, type Binding } from './bindings.ts';
import type { GoFile } from './go-file.ts';
import { findMember } from './go-members.ts';
import type { GoProject } from './go-project.ts';
import { resultsOf, typesIn, writtenType } from './go-types.ts';
import { packageOf } from './go-values.ts';
import { firstOperand, hasPostfix, headOf, lastOperand } from './operands.ts';

const builtin =
	/^(bool|byte|rune|string|error|u?int(8|16|32|64)?|uintptr|float(32|64)|complex(64|128)|comparable)$/;

type Read = (node: SyntaxNode, file: GoFile, index: number) => Expression<GoFile>;

const held: Read = (node, file) => written(firstOperand(node), file);
const named: Read = (node, file) => written(typesIn(node)[0], file);

/** By the name of the node. */
const kinds: Readonly<Record<string, Read | undefined>> = {
	VariableName: (node, file) => readName(file.read(node), node, file),
	SelectorExpr: readSelector,
	CallExpr: readCall,
	ParenthesizedExpr: held,
	SliceExpr: held,
	ParameterizedExpr: held,
	UnaryExp: (node, file) => written(lastOperand(node), file),
	// What an operator gives is no client, but a dot behind it belongs to its last operand.
	BinaryExp: (node, file) => (hasPostfix(node) ? written(lastOperand(node), file) : other),
	IndexExpr: (node, file) => ({ is: 'element', of: held(node, file, 0) }),
	TypedLiteral: writtenType,
	TypeAssertion: writtenType,
	PointerType: named,
	ParenthesizedType: named,
	ParameterizedType: named,
	TypeName: readTypeName,
	QualifiedType: readQualified,
};

/** How Go writes values and types. */
export const goExpressions: ExpressionGrammar<GoFile> = {
	nodes: {
		plain: /^(String|Number|Bool|Rune)$/,
		own: /^(Struct|Interface)Type$/,
		function: /^Function(Literal|Type)$/,
	},
	converts: true,
	read({ node, file }, index) {
		const value = kinds[node.name]?.(node, file, index) ?? readList(node, file);
		const head = headOf(node);
		// `<-ch`
		const isSent = head.name === 'UnaryExp' && head.firstChild?.name === '<-';
		const isReceived = isSent && !hasPostfix(node);
		return isReceived ? { is: 'element', of: value } : value;
	},
	resultOf({ node, file }, index) {
		const result = resultsOf(node)[index];
		return result ? written(result, file) : other;
	},
	definitionOf: ({ node, file }) =>
		node.name === 'TypeSpec' ? writtenType(node, file) : undefined,
	memberOf(owner, name, evaluator) {
		if (owner.is === 'library') return readLibrary(owner.library, name, evaluator.services);
		if (owner.is === 'own') return findMember(owner, name, evaluator) ?? other;
		return readOfPackage(owner.path, name, owner.file.project);
	},
};

function readList(node: SyntaxNode, file: GoFile): Expression<GoFile> {
	const isList = /^(Array|Slice|Map|Channel)Type$/.test(node.name);
	const element = isList ? typesIn(node).at(-1) : undefined;
	return element ? { is: 'list', node: element, file } : unknown;
}

function readSelector(node: SyntaxNode, file: GoFile): Expression<GoFile> {
	const base = firstOperand(node);
	const field = node.getChild('FieldName');
	if (!base || !field) return unknown;
	return { is: 'member', of: packageOf(base, file) ?? written(base, file), name: file.read(field) };
}

function readName(name: string, node: SyntaxNode, file: GoFile): Expression<GoFile> {
	const binding = file.findBinding(name, node.from);
	if (binding?.kind === 'switch') return readCase(binding.node, node, file);
	return binding
		? { is: 'declared', by: binding, as: () => readBinding(binding, file) }
		: readOfPackage(file.folder, name, file.project);
}

function readOfPackage(folder: string, name: string, project: GoProject): Expression<GoFile> {
	const found = project.find(folder, name);
	if (!found) return unknown;
	const { node, index, file } = found;
	if (node.name === 'FunctionDecl') return { is: 'function', node, file };
	if (node.name === 'TypeSpec') return { is: 'own', node, file };
	return { is: 'declared', by: found, as: () => readDeclared(node, index, file) };
}

function readCall(node: SyntaxNode, file: GoFile, index: number): Expression<GoFile> {
	const callee = firstOperand(node);
	if (!callee) return unknown;
	const given = argumentsOf(node);
	if (callee.name === 'VariableName' && /^(new|make)$/.test(file.read(callee))) {
		return written(given[0], file);
	}
	const of = written(callee, file);
	return { is: 'call', of, given: given.map((one) => written(one, file)), index };
}

function readTypeName(node: SyntaxNode, file: GoFile): Expression<GoFile> {
	const name = file.read(node);
	const local = file.findBinding(name, node.from);
	if (local?.kind === 'type') {
		return { is: 'declared', by: local, as: () => readBinding(local, file) };
	}
	const own = readOfPackage(file.folder, name, file.project);
	if (own.is === 'own') return own;
	if (builtin.test(name)) return other;
	const dotted = file.imports.some(({ alias }) => alias === '.');
	const [library] = dotted ? file.project.librariesOf(file) : [];
	return library ? { is: 'member', of: { is: 'library', library }, name } : unknown;
}

function readQualified(node: SyntaxNode, file: GoFile): Expression<GoFile> {
	const [qualifier, type] = childrenOf(node).filter(({ name }) => name !== '.');
	const found = qualifier && file.project.findPackage(file, file.read(qualifier));
	if (!found || !type) return unknown;
	const name = file.read(type);
	// What a library answers with has fields of all sorts, and none of them calls anything.
	if (found.is === 'library' && !/(Service|Interface)$|client/i.test(name)) return other;
	return { is: 'member', of: found, name };
}

/** `CarsService` and `CarsServiceInterface` are the service `Cars`, `Client` is the client. */
function readLibrary(library: ClientLibrary, name: string, services: Services): Expression<GoFile> {
	const [, service] = /^(\w+)Service(?:Interface)?$/.exec(name) ?? [];
	if (service !== undefined && services.find(library, service)) {
		return { is: 'service', library, service };
	}
	return /client/i.test(name) ? { is: 'client', library } : unknown;
}

function readBinding({ kind, node, index }: Binding, file: GoFile): Expression<GoFile> {
	if (kind === 'value') return readDeclared(node, index, file);
	if (kind === 'range') return { is: 'element', of: written(operandsOf(node).at(-1), file) };
	const type = typesIn(node).at(-1);
	const isList = kind === 'parameter' && childrenOf(node).some(({ name }) => name === '...');
	return type && isList ? { is: 'list', node: type, file } : written(type, file);
}

function readDeclared(node: SyntaxNode, index: number, file: GoFile): Expression<GoFile> {
	const { type, values } = readSpecification(node);
	if (type) return written(type, file);
	const own = values[index];
	return own && values.length > 1 ? written(own, file) : written(values[0], file, index);
}

/** In a switch over types, the name has the type of the case that it is used in. */
function readCase(node: SyntaxNode, at: SyntaxNode, file: GoFile): Expression<GoFile> {
	const cases = node.getChild('SwitchBlock')?.getChildren('Case') ?? [];
	const types = typesIn(cases.findLast(({ to }) => to <= at.from) ?? node);
	return types.length === 1 ? written(types[0], file) : unknown;
}
