import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, isSum, operandsOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextGrammar, TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import { withSlashes } from '#core/consumers/source/engine/text.ts';
import { calleeOf, readProperty, readTsCall } from './ts-calls.ts';
import { choicesOf, handedBy, isTyped } from './ts-choices.ts';
import { declarationOf, sourceOf } from './ts-declarations.ts';
import type { TsFile } from './ts-file.ts';
import { readQuoted, readTemplate } from './ts-literals.ts';
import { listAround, loopOver, parametersOf } from './ts-parameters.ts';
import { ownerOf } from './ts-this.ts';
import { findObject, findValue, takenFrom } from './ts-values.ts';
import { propertyOf } from './ts-syntax.ts';

const texts =
	/^(String|TemplateString|TaggedTemplateExpression|ParenthesizedExpression|BinaryExpression)$/;

/** How TypeScript writes texts and hands them on. */
export const tsTexts: TextGrammar<TsFile> = {
	nodes: {
		literal: new Set(['String', 'TemplateString']),
		noText: /^(Import|Export)Declaration$|^LiteralType$/,
		call: 'CallExpression',
		taking: new Set(['MemberExpression', 'VariableName']),
		arguments: 'ArgList',
		hole: new Set([
			'Interpolation',
			'ArrayExpression',
			'MemberExpression',
			'ConditionalExpression',
		]),
		joint: new Set(['BinaryExpression', 'Interpolation']),
	},
	holders: {
		call: /^(Call|New)Expression$/,
		naming:
			/^(VariableDeclaration|AssignmentExpression|PropertyDeclaration|EnumBody|ParamList|PatternProperty)$/,
		field: /^Property$/,
		return: /^(ReturnStatement|ArrowFunction)$/,
		open: /^(ExpressionStatement|ArrayExpression|ExportDeclaration)$/,
	},
	unitOf: ({ path }) => path,
	partsOf,
	choicesOf,
	isText: (node, file, inside) =>
		(!inside && choicesOf(node).some((one) => texts.test(one.name))) ||
		listOf(node, file).length > 0 ||
		(texts.test(node.name) && (!inside || isSum(node, file))),
	namesIn: (joint) => joint.getChildren('VariableName'),
	takes(name, file) {
		if (name.name === 'MemberExpression') return true;
		const { holder, path } = file.findBinding(file.read(name), name.from) ?? {};
		if (holder?.name === 'VariableDeclaration') return Boolean(path?.length);
		return holder !== undefined && /^Import(Group|Declaration)$/.test(holder.name);
	},
	keyOf: function keyOf(name, file): string {
		const base = name.name === 'MemberExpression' ? name.firstChild : null;
		if (base) return `${keyOf(base, file)}.${propertyOf(name, file)}`;
		const word =
			name.name === 'this' ? `this ${String(ownerOf(name, file)?.from)}` : file.read(name);
		const { from } = file.findBinding(word, name.from)?.definition ?? {};
		return `${file.path}#${from === undefined ? word : String(from)}`;
	},
	valueOf: findValue,
	calleeOf,
	readCall: readTsCall,
	readField: readProperty,
	takenFrom,
	fieldsOf: (node, file) =>
		findObject(node)
			?.getChildren('Property')
			.map((one) => readProperty(one, file)),
	handedBy,
	targetOf,
	parametersOf,
	listAround,
	loopOver,
	declarationOf,
	sourceOf,
};

function partsOf(node: SyntaxNode, file: TsFile): readonly TextPart<TsFile>[] | undefined {
	if (node.name === 'String') return readQuoted(node, file);
	if (node.name === 'TemplateString') return readTemplate(node, file);
	if (node.name === 'TaggedTemplateExpression') return node.getChildren('TemplateString');
	const list = listOf(node, file);
	if (list.length > 0) return withSlashes(list);
	// `'POST' as const`
	if (isTyped(node)) return operandsOf(node).slice(0, 1);
	const isJoined = /^(Parenthesized|Binary)Expression$/.test(node.name) && isSum(node, file);
	return isJoined ? operandsOf(node) : undefined;
}

function targetOf(text: SyntaxNode): SyntaxNode | undefined {
	const kinds = /Definition$|^(VariableName|MemberExpression|PropertyName)$/;
	let target = text.prevSibling;
	while (target && !kinds.test(target.name)) target = target.prevSibling;
	return target ?? undefined;
}

/** What a list has that is joined to a path: `[base, 'cars', id].join('/')`. */
function listOf(node: SyntaxNode, file: TsFile): SyntaxNode[] {
	if (node.name !== 'CallExpression') return [];
	const list = node.firstChild?.firstChild;
	const [mark] = argumentsOf(node);
	if (list?.name !== 'ArrayExpression' || !mark || !/^['"`]\/['"`]$/.test(file.read(mark)))
		return [];
	return calleeOf(node, file).name === 'join' ? operandsOf(list) : [];
}
