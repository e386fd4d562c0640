import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextGrammar, TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import { withSlashes } from '#core/consumers/source/engine/text.ts';
import { calleeOf, readProperty, readTsCall } from './ts-calls.ts';
import { choicesOf, handedBy } from './ts-choices.ts';
import { listOf } from './ts-collections.ts';
import { declarationOf, sourceOf } from './ts-declarations.ts';
import type { TsFile } from './ts-file.ts';
import { readQuoted, readTemplate } from './ts-literals.ts';
import { ownerOf } from './ts-this.ts';
import { findValue } from './ts-values.ts';
import { argumentsOf, nameOf, operandsOf, propertyOf } from './ts-syntax.ts';

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
	isText: (node, file, inside) =>
		(!inside && choicesOf(node).some((one) => texts.test(one.name))) ||
		listOf(node, file).length > 0 ||
		(texts.test(node.name) && (!inside || isSum(node, file))),
	namesIn: (joint) => joint.getChildren('VariableName'),
	takes(name, file) {
		if (name.name === 'MemberExpression') return true;
		const { holder } = file.findBinding(file.read(name), name.from) ?? {};
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
	argumentsOf,
	calleeOf,
	readCall: readTsCall,
	readField: readProperty,
	handlersIn: () => [],
	handedBy,
	targetOf,
	parameterOf,
	restOf({ node: made }) {
		const parts = childrenOf(made.getChild('ParamList') ?? made);
		const marks = parts.filter(({ name }) => name === ',' || name === 'Spread');
		return marks.at(-1)?.name === 'Spread' ? marks.length - 1 : undefined;
	},
	declarationOf,
	sourceOf,
};

function partsOf(node: SyntaxNode, file: TsFile): readonly TextPart<TsFile>[] | undefined {
	if (node.name === 'String') return readQuoted(node, file);
	if (node.name === 'TemplateString') return readTemplate(node, file);
	if (node.name === 'TaggedTemplateExpression') return node.getChildren('TemplateString');
	const choices = choicesOf(node);
	if (choices.length > 0) return [{ choices }];
	const list = listOf(node, file);
	if (list.length > 0) return withSlashes(list);
	const isJoined = /^(Parenthesized|Binary)Expression$/.test(node.name) && isSum(node, file);
	return isJoined ? operandsOf(node) : undefined;
}

function isSum(node: SyntaxNode, file: TsFile): boolean {
	if (node.name !== 'BinaryExpression') return true;
	const operator = node.getChild('ArithOp');
	return operator !== null && file.read(operator) === '+';
}

function targetOf(text: SyntaxNode): SyntaxNode | undefined {
	let target = text.prevSibling;
	while (
		target &&
		!/Definition$|^(VariableName|MemberExpression|PropertyName)$/.test(target.name)
	) {
		target = target.prevSibling;
	}
	return target ?? undefined;
}

function parameterOf(
	{ node: made, file }: Placed<TsFile>,
	place: number,
	field?: string,
): SyntaxNode | undefined {
	let at = 0;
	for (const part of childrenOf(made.getChild('ParamList') ?? made)) {
		if (part.name === ',') at += 1;
		else if (at !== place) continue;
		else if (field === undefined && part.name === 'VariableDefinition') return part;
		else if (field !== undefined && part.name === 'ObjectPattern') {
			// `{ url }` or `{ url: address }`
			const taken = part.getChildren('PatternProperty').find((one) => nameOf(one, file) === field);
			return taken?.getChild('VariableDefinition') ?? undefined;
		}
	}
	return undefined;
}
