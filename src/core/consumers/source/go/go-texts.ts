import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextGrammar, TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import { argumentsOf, readGoCall } from './go-calls.ts';
import { choiceOf } from './go-choices.ts';
import { judgeElement } from './go-fields.ts';
import type { GoFile } from './go-file.ts';
import { readLiteral } from './go-literals.ts';
import { findValue, folderOf } from './go-values.ts';
import { isJoin, readJoin } from './joins.ts';
import { headOf, operandsOf } from './operands.ts';

/** How Go writes texts and hands them on. */
export const goTexts: TextGrammar<GoFile> = {
	nodes: {
		literal: new Set(['String']),
		noText: /^ImportSpec$/,
		call: 'CallExpr',
		taking: new Set(['SelectorExpr']),
		arguments: 'Arguments',
		hole: new Set(['Arguments', 'Element', 'LiteralValue', 'TypedLiteral']),
		joint: new Set(['BinaryExp', 'CallExpr']),
	},
	holders: {
		call: /^CallExpr$/,
		naming: /^((Var|Const)(Decl|Spec)|Assignment)$/,
		field: /^Element$/,
		return: /^ReturnStatement$/,
		open: /^(ExprStatement|LiteralValue)$/,
	},
	unitOf: ({ folder }) => folder,
	partsOf,
	isText: (node, file, inside) =>
		inside?.name === 'Arguments' ? isFormat(node, file) || isJoin(node, file) : isText(node, file),
	namesIn(joint, file) {
		const isCall = joint.name === 'CallExpr';
		const parts = isCall ? argumentsOf(joint) : childrenOf(joint);
		const names = parts.filter(({ name }) => name === 'VariableName');
		const joins =
			names.length > 0 &&
			(isCall ? isFormat(joint, file) || isJoin(joint, file) : isSum(joint, file));
		return joins ? names : [];
	},
	takes: (node, file) => folderOf(node, file) !== undefined,
	keyOf(name, file) {
		const word = file.read(name);
		const folder = folderOf(name, file);
		if (folder !== undefined) return `${folder}#${word.slice(word.lastIndexOf('.') + 1)}`;
		// A name means what is declared only behind its declaration.
		const at = name.name === 'DefName' ? (name.parent?.to ?? name.to) : name.from;
		const binding = file.findBinding(word, at);
		return binding
			? `${file.path}#${String(binding.node.from)}.${String(binding.index)}`
			: `${file.folder}#${word}`;
	},
	valueOf: findValue,
	argumentsOf,
	readCall: readGoCall,
	handlersIn: (call) => argumentsOf(call).filter(({ name }) => name === 'SelectorExpr'),
	choiceOf,
	targetOf,
	parameterOf: ({ node: made }, place) => parametersOf(made)[place],
	restOf({ node: made, file }) {
		const parameters = parametersOf(made);
		const last = parameters.at(-1)?.parent;
		const isRest = last && /\.\.\.\s*string$/.test(file.read(last));
		return isRest ? parameters.length - 1 : undefined;
	},
	declarationOf: sourceOf,
	sourceOf,
	nameGiven: (field) =>
		field.getChild('Key') ? (field.getChild('VariableName') ?? undefined) : undefined,
	fieldName(field, file) {
		const key = field.getChild('Key');
		return key ? file.read(key) : '';
	},
	judgeField: judgeElement,
	functionOf,
};

/** What declares a client is short. */
const maxSource = 2000;

function sourceOf(call: SyntaxNode, file: GoFile): string {
	const head = headOf(call);
	const name = file.read(head);
	if (head.name !== 'VariableName') return '';
	const declared =
		file.findBinding(name, head.from)?.node ?? file.project.find(file.folder, name)?.node;
	return declared ? file.read(declared).slice(0, maxSource) : '';
}

function partsOf(node: SyntaxNode, file: GoFile): readonly TextPart<GoFile>[] | undefined {
	const head = headOf(node);
	if (head.name === 'BinaryExp' && head !== node) return partsBehind(head, node, file);
	if (node.name === 'String') return readLiteral(file.read(node), file.lineOf(node));
	if (/^(ParenthesizedExpr|BinaryExp)$/.test(node.name)) return operandsOf(node);
	if (isFormat(node, file)) return readFormat(node);
	return isJoin(node, file) ? readJoin(node, file) : undefined;
}

function parametersOf(made: SyntaxNode): SyntaxNode[] {
	const written = made.getChildren('Parameters')[made.name === 'MethodDecl' ? 1 : 0];
	const parameters = written?.getChildren('Parameter') ?? [];
	return parameters.flatMap((one) => one.getChildren('DefName'));
}

/** A sum of texts with something behind its last part: `"cars/" + url.PathEscape(id)`. */
function partsBehind(sum: SyntaxNode, whole: SyntaxNode, file: GoFile): TextPart<GoFile>[] {
	const parts: TextPart<GoFile>[] = operandsOf(sum);
	const last = operandsOf(sum).at(-1) ?? sum;
	const placed = whole.name === 'SelectorExpr' ? findValue(whole, file) : undefined;
	if (placed) return [...parts.slice(0, -1), { placed }];
	const rest: TextPart<GoFile>[] = isFormat(whole, file)
		? readFormat(whole)
		: isJoin(whole, file)
			? readJoin(whole, file)
			: [{ text: null, word: file.read({ from: last.from, to: whole.to }) }];
	return [...parts.slice(0, -1), ...rest];
}

function readFormat(call: SyntaxNode): TextPart<GoFile>[] {
	const [format, ...given] = argumentsOf(call);
	return format ? [{ format, given }] : [];
}

function isText(node: SyntaxNode, file: GoFile): boolean {
	const head = headOf(node);
	if (/^(String|ParenthesizedExpr)$/.test(head.name)) return true;
	if (head.name === 'BinaryExp') return isSum(head, file);
	return isFormat(node, file) || isJoin(node, file);
}

function isSum(node: SyntaxNode, file: GoFile): boolean {
	return file.read(node.getChild('ArithOp') ?? node) === '+';
}

function isFormat(node: SyntaxNode, file: GoFile): boolean {
	const callee = node.firstChild;
	return node.name === 'CallExpr' && callee !== null && /\bSprintf$/.test(file.read(callee));
}

/** What a text is put into: with several, the one at the same place. */
function targetOf(text: SyntaxNode, holder: SyntaxNode): SyntaxNode | undefined {
	const parts = childrenOf(holder).filter(({ name }) => name !== ',' && !name.endsWith('Comment'));
	const equals = parts.findIndex(({ name }) => /^(:?=|UpdateOp)$/.test(name));
	const targets = parts
		.slice(0, equals)
		.filter(({ name }) => /^(DefName|VariableName|SelectorExpr)$/.test(name));
	const place = parts.slice(equals + 1).findIndex(({ from }) => from === text.from);
	return targets[place];
}

/** The name of the function that a statement is of. */
function functionOf(statement: SyntaxNode, file: GoFile): string {
	for (let node = statement.parent; node; node = node.parent) {
		if (node.name === 'FunctionLiteral') return '';
		if (/^(FunctionDecl|MethodDecl)$/.test(node.name)) {
			const name = node.getChild(node.name === 'MethodDecl' ? 'FieldName' : 'DefName');
			return name ? file.read(name) : '';
		}
	}
	return '';
}
