import type { SyntaxNode } from '@lezer/common';
import {
	argumentsOf,
	childrenOf,
	isSum,
	operandsOf,
} from '#core/consumers/source/engine/syntax.ts';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import type {
	TextGrammar,
	TextParameter,
	TextPart,
} from '#core/consumers/source/engine/text-grammar.ts';
import { calleeOf, readElement, readGoCall } from './go-calls.ts';
import type { GoFile } from './go-file.ts';
import { readLiteral } from './go-literals.ts';
import { listAround, loopOver } from './go-loops.ts';
import { findValue, folderOf } from './go-values.ts';
import { joinedBy } from './joins.ts';
import { firstOperand, headOf, lastOperand } from './operands.ts';

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
		inside?.name === 'Arguments' ? joinedBy(node, file) !== undefined : isText(node, file),
	namesIn(joint, file) {
		const isCall = joint.name === 'CallExpr';
		const parts = isCall ? argumentsOf(joint) : childrenOf(joint);
		const names = parts.filter(({ name }) => name === 'VariableName');
		if (names.length === 0) return [];
		return (isCall ? joinedBy(joint, file) : isSum(joint, file)) ? names : [];
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
	calleeOf,
	readCall: readGoCall,
	readField: readElement,
	fieldsOf: () => undefined,
	handedBy,
	targetOf,
	parametersOf,
	takenFrom(node, file) {
		const field = node.name === 'SelectorExpr' ? node.getChild('FieldName') : null;
		const object = field && node.firstChild ? lastOperand(node.firstChild) : null;
		return field && object ? { object, field: file.read(field) } : undefined;
	},
	listAround,
	loopOver,
	declarationOf(call, file) {
		const head = headOf(call);
		return head.name === 'VariableName' ? file.findDeclared(head) : undefined;
	},
};

function partsOf(node: SyntaxNode, file: GoFile): readonly TextPart<GoFile>[] | undefined {
	const head = headOf(node);
	if (head.name === 'BinaryExp' && head !== node) return partsBehind(head, node, file);
	if (node.name === 'String') return readLiteral(file.read(node), file.lineOf(node));
	if (/^(ParenthesizedExpr|BinaryExp)$/.test(node.name)) return operandsOf(node);
	return joinedBy(node, file);
}

function parametersOf({ node: made, file }: Placed<GoFile>): TextParameter[] {
	const [, element] = made.getChild('RangeClause')?.getChildren('DefName') ?? [];
	if (element) return [{ name: element, place: 0 }];
	const written = made.getChildren('Parameters')[made.name === 'MethodDecl' ? 1 : 0];
	const parameters = written?.getChildren('Parameter') ?? [];
	const names = parameters.flatMap((one) => one.getChildren('DefName'));
	const isRest = (name: SyntaxNode) => /\.\.\.\s*string$/.test(file.read(name.parent ?? name));
	return names.map((name, place) => ({ name, place, isRest: isRest(name) }));
}

/** A sum of texts with something behind its last part: `"cars/" + url.PathEscape(id)`. */
function partsBehind(sum: SyntaxNode, whole: SyntaxNode, file: GoFile): TextPart<GoFile>[] {
	const parts: TextPart<GoFile>[] = operandsOf(sum);
	const last = operandsOf(sum).at(-1) ?? sum;
	const placed = whole.name === 'SelectorExpr' ? findValue(whole, file) : undefined;
	if (placed) return [...parts.slice(0, -1), { placed }];
	// Only a type of the project gives texts methods, and they give the text on: `CarPath.Expand(id)`.
	if (whole.name === 'CallExpr' && isConstant(last, file)) return parts;
	const word = file.read({ from: last.from, to: whole.to });
	return [...parts.slice(0, -1), ...(joinedBy(whole, file) ?? [{ text: null, word }])];
}

function isConstant(name: SyntaxNode, file: GoFile): boolean {
	const value = name.name === 'VariableName' ? findValue(name, file) : undefined;
	return value !== undefined && isText(value.node, value.file);
}

function isText(node: SyntaxNode, file: GoFile): boolean {
	const head = headOf(node);
	if (/^(String|ParenthesizedExpr)$/.test(head.name)) return true;
	if (head.name === 'BinaryExp') return isSum(head, file);
	return joinedBy(node, file) !== undefined;
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

/** `url.URL{Path: path}` */
function literalOf({ parent: list }: SyntaxNode, file: GoFile): SyntaxNode | undefined {
	const literal = list?.parent;
	if (!literal || !/^url\.URL\b/.test(file.read(literal))) return undefined;
	return literal.parent?.name === 'UnaryExp' ? literal.parent : literal;
}

/** `u.String()`, `base.Parse(path)` and `strings.TrimRight(path, "/")` are for what is done with them. */
function handedBy(text: SyntaxNode, file: GoFile): SyntaxNode | undefined {
	const { parent } = text;
	const call = parent?.parent;
	if (parent?.name === 'Element') return literalOf(parent, file);
	if (call?.name !== 'CallExpr' || firstOperand(call)?.from !== call.from) return undefined;
	const hands =
		parent?.name === 'SelectorExpr'
			? /\.String$/
			: /^(strings\.(Trim|Replace)\w*|string|([\w.]*(url|base|endpoint)\w*|u)\.Parse(RequestURI)?)$/i;
	const isFirst = parent && firstOperand(parent)?.from === text.from;
	if (isFirst && parent.name === 'SelectorExpr' && isConstant(text, file)) return call;
	return isFirst && hands.test(file.read(call.firstChild ?? call)) ? call : undefined;
}
