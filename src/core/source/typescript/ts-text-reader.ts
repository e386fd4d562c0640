import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/source/syntax.ts';
import type { TextPiece } from '#core/source/text.ts';
import { readDeclarator } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { readQuoted, readTemplate } from './ts-literals.ts';

/** So deep texts are put together and followed from constant to constant. What is deeper is data. */
const maxDepth = 100;
/** So many steps one text may take: constants may double in each of a few lines. */
const maxSteps = 1000;

/** The pieces of a text. What cannot be told is a gap. */
export function readText(node: SyntaxNode, file: TsFile): TextPiece[] {
	return readPart(node, file, 0, { steps: 0 });
}

function readPart(
	node: SyntaxNode,
	file: TsFile,
	depth: number,
	spent: { steps: number },
): TextPiece[] {
	spent.steps += 1;
	if (depth > maxDepth || spent.steps > maxSteps) return [gapFor(node, file)];
	switch (node.name) {
		case 'String':
			return readQuoted(node, file);
		case 'TemplateString':
			return readTemplate(node, file, (inside) =>
				inside ? readPart(inside, file, depth + 1, spent) : [{ text: null, word: '' }],
			);
		case 'ParenthesizedExpression':
		case 'BinaryExpression':
			if (!isSum(node, file)) return [gapFor(node, file)];
			return operandsOf(node).flatMap((part) => readPart(part, file, depth + 1, spent));
		case 'TaggedTemplateExpression': {
			const template = node.getChild('TemplateString');
			return template ? readPart(template, file, depth + 1, spent) : [gapFor(node, file)];
		}
		case 'VariableName': {
			const value = findConstant(node, file);
			return value ? readPart(value, file, depth + 1, spent) : [gapFor(node, file)];
		}
		default:
			return [gapFor(node, file)];
	}
}

/** The largest expression around a literal that is one text. */
export function findWholeText(literal: SyntaxNode, file: TsFile): SyntaxNode {
	let whole = literal;
	let depth = 0;
	for (let next = literal.parent; next && depth < maxDepth; next = next.parent) {
		depth += 1;
		if (next.name === 'Interpolation') continue;
		if (!isText(next) || !isSum(next, file)) break;
		whole = next;
	}
	return whole;
}

/** The text that a name is given where it is declared, in the same file. */
export function findConstant(node: SyntaxNode, file: TsFile): SyntaxNode | undefined {
	const binding = file.findBinding(file.read(node), node.from);
	if (binding?.path?.length !== 0 || binding.holder.name !== 'VariableDeclaration')
		return undefined;
	const { value } = readDeclarator(binding);
	return value && isText(value) ? value : undefined;
}

function isText({ name }: SyntaxNode): boolean {
	return /^(String|TemplateString|TaggedTemplateExpression|ParenthesizedExpression|BinaryExpression)$/.test(
		name,
	);
}

function isSum(node: SyntaxNode, file: TsFile): boolean {
	if (node.name !== 'BinaryExpression') return true;
	const operator = node.getChild('ArithOp');
	return operator !== null && file.read(operator) === '+';
}

function operandsOf(node: SyntaxNode): SyntaxNode[] {
	return childrenOf(node).filter(({ name }) => /^[A-Z]/.test(name) && !/Op$|Comment$/.test(name));
}

function gapFor(node: SyntaxNode, file: TsFile): TextPiece {
	return { text: null, word: file.read(node).slice(0, 100) };
}
