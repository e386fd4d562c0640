import type { SyntaxNode } from '@lezer/common';
import { childrenOf } from '#core/consumers/source/engine/syntax.ts';
import { TextBudget } from '#core/consumers/source/engine/text-budget.ts';
import type { TextPiece } from '#core/consumers/source/engine/text.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { readDeclarator, type TsBinding } from './ts-bindings.ts';
import type { TsFile } from './ts-file.ts';
import { readQuoted, readTemplate } from './ts-literals.ts';

/** So deep texts are put together and followed from constant to constant. What is deeper is data. */
const maxDepth = 100;

/** Puts together the texts of one file. */
export class TsTextReader {
	readonly #file: TsFile;
	readonly #budget: TextBudget;
	/** Each constant is looked up and read once: many others may be made of it. */
	readonly #constants = new Map<TsBinding, SyntaxNode | undefined>();
	readonly #known = new Map<SyntaxNode, TextPiece[]>();

	constructor(file: TsFile, checkTime: CheckTime) {
		this.#file = file;
		this.#budget = new TextBudget(checkTime);
	}

	/** The pieces of a text. What cannot be told is a gap. */
	read(node: SyntaxNode, depth = 0): TextPiece[] {
		const pieces = depth > maxDepth ? undefined : this.#read(node, depth);
		return pieces && this.#budget.allows(pieces) ? pieces : [gapFor(node, this.#file)];
	}

	#read(node: SyntaxNode, depth: number): TextPiece[] | undefined {
		switch (node.name) {
			case 'String':
				return readQuoted(node, this.#file);
			case 'TemplateString':
				return readTemplate(node, this.#file, (inside) =>
					inside ? this.read(inside, depth + 1) : [{ text: null, word: '' }],
				);
			case 'ParenthesizedExpression':
			case 'BinaryExpression':
				if (!isSum(node, this.#file)) return undefined;
				return operandsOf(node).flatMap((part) => this.read(part, depth + 1));
			case 'TaggedTemplateExpression': {
				const template = node.getChild('TemplateString');
				return template ? this.read(template, depth + 1) : undefined;
			}
			case 'VariableName':
				return this.#readConstant(this.findConstant(node), depth + 1);
			default:
				return undefined;
		}
	}

	#readConstant(value: SyntaxNode | undefined, depth: number): TextPiece[] | undefined {
		if (!value || !this.#budget.isLeft) return undefined;
		const known = this.#known.get(value);
		if (known) return known;
		// In a circle of constants nothing is known of it.
		this.#known.set(value, [gapFor(value, this.#file)]);
		const found = this.read(value, depth);
		this.#known.set(value, found);
		return found;
	}

	/** The text that a name is given where it is declared, in the same file. */
	findConstant(name: SyntaxNode): SyntaxNode | undefined {
		const binding = this.#file.findBinding(this.#file.read(name), name.from);
		if (!binding) return undefined;
		if (!this.#constants.has(binding)) this.#constants.set(binding, toConstant(binding));
		return this.#constants.get(binding);
	}

	/** The largest expression around a literal that is one text. */
	findWhole(literal: SyntaxNode): SyntaxNode {
		let whole = literal;
		let depth = 0;
		for (let next = literal.parent; next && depth < maxDepth; next = next.parent) {
			depth += 1;
			if (next.name === 'Interpolation') continue;
			if (!isText(next) || !isSum(next, this.#file)) break;
			whole = next;
		}
		return whole;
	}
}

function toConstant(binding: TsBinding): SyntaxNode | undefined {
	if (binding.path?.length !== 0 || binding.holder.name !== 'VariableDeclaration') return undefined;
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
