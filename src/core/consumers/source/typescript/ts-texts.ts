import type { SyntaxNode } from '@lezer/common';
import type { Placed } from '#core/consumers/source/engine/parsed-file.ts';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import type { TextGrammar, TextPart } from '#core/consumers/source/engine/text-grammar.ts';
import {
	by,
	judgeField,
	routeField,
	type Judged,
} from '#core/consumers/source/engine/text-purpose.ts';
import { readDeclarator } from './ts-bindings.ts';
import { argumentsOf, methodOf, readTsCall } from './ts-calls.ts';
import type { TsFile } from './ts-file.ts';
import { readQuoted, readTemplate } from './ts-literals.ts';
import { operandsOf } from './ts-syntax.ts';

const texts =
	/^(String|TemplateString|TaggedTemplateExpression|ParenthesizedExpression|BinaryExpression)$/;

/** How TypeScript writes texts and hands them on. */
export const tsTexts: TextGrammar<TsFile> = {
	nodes: {
		literal: new Set(['String', 'TemplateString']),
		noText: /^(Import|Export)Declaration$|^LiteralType$/,
		call: 'CallExpression',
		arguments: 'ArgList',
		hole: 'Interpolation',
		joint: new Set(['BinaryExpression', 'Interpolation']),
	},
	holders: {
		call: /^(Call|New)Expression$/,
		naming: /^(VariableDeclaration|AssignmentExpression|PropertyDeclaration)$/,
		field: /^Property$/,
		return: /^(ReturnStatement|ArrowFunction)$/,
		open: /^(ExpressionStatement|ArrayExpression|ExportDeclaration)$/,
	},
	partsOf,
	isText: (node, file, inside) => texts.test(node.name) && (!inside || isSum(node, file)),
	namesIn: (joint) => joint.getChildren('VariableName'),
	keyOf(name, file) {
		const word = file.read(name);
		const { from } = file.findBinding(word, name.from)?.definition ?? {};
		return from === undefined ? word : `#${String(from)}`;
	},
	valueOf: findValue,
	argumentsOf,
	readCall: readTsCall,
	choiceOf,
	targetOf,
	judgeField: judgeProperty,
	functionOf,
};

function partsOf(node: SyntaxNode, file: TsFile): readonly TextPart[] | undefined {
	if (node.name === 'String') return readQuoted(node, file);
	if (node.name === 'TemplateString') return readTemplate(node, file);
	if (node.name === 'TaggedTemplateExpression') return node.getChildren('TemplateString');
	const isJoined = /^(Parenthesized|Binary)Expression$/.test(node.name) && isSum(node, file);
	return isJoined ? operandsOf(node) : undefined;
}

function isSum(node: SyntaxNode, file: TsFile): boolean {
	if (node.name !== 'BinaryExpression') return true;
	const operator = node.getChild('ArithOp');
	return operator !== null && file.read(operator) === '+';
}

function findValue(name: SyntaxNode, file: TsFile): Placed<TsFile> | undefined {
	const binding = file.findBinding(file.read(name), name.from);
	if (binding?.path?.length !== 0 || binding.holder.name !== 'VariableDeclaration')
		return undefined;
	const { value } = readDeclarator(binding);
	return value && { node: value, file };
}

/** One of two texts is for what the two are for. */
function choiceOf(text: SyntaxNode): SyntaxNode {
	let choice = text;
	for (let { parent } = choice; parent; { parent } = choice) {
		const isChosen = parent.name === 'ConditionalExpression' && parent.from !== choice.from;
		const isHeld =
			parent.name === 'ParenthesizedExpression' && choice.name === 'ConditionalExpression';
		if (!isChosen && !isHeld) break;
		choice = parent;
	}
	return choice;
}

function targetOf(text: SyntaxNode): SyntaxNode | undefined {
	let target = text.prevSibling;
	while (target && !/Definition$|^(VariableName|MemberExpression)$/.test(target.name)) {
		target = target.prevSibling;
	}
	return target ?? undefined;
}

/** `{ url: '/cars', method: 'POST' }`. A `path` is one of a page, unless a method of HTTP stands there. */
function judgeProperty(text: SyntaxNode, property: SyntaxNode, file: TsFile): Judged {
	const name = property.firstChild;
	const siblings = property.parent?.getChildren('Property') ?? [];
	const isRoute = siblings.some(
		({ firstChild }) => firstChild && routeField.test(file.read(firstChild)),
	);
	if (!name || name.from === text.from || isRoute) return by('other');
	const method = property.parent ? methodOf(property.parent, file) : null;
	if (/^path$/i.test(file.read(name)) && method === null) return by('unknown');
	return judgeField(file.read(name), method);
}

/** The name of the function that a statement is of. */
function functionOf(statement: SyntaxNode, file: TsFile): string {
	for (let node: SyntaxNode | null = statement; node; node = node.parent) {
		if (/^(FunctionDeclaration|MethodDeclaration|VariableDeclaration|Property)$/.test(node.name)) {
			const name = childrenOf(node).find((part) => part.name.endsWith('Definition'));
			return name ? file.read(name) : '';
		}
	}
	return '';
}
