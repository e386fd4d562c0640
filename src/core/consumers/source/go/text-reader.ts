import type { SyntaxNode } from '@lezer/common';
import { TextBudget } from '#core/consumers/source/engine/text-budget.ts';
import type { TextPiece } from '#core/consumers/source/engine/text.ts';
import type { CheckTime } from '#core/consumers/source/engine/time.ts';
import { readSpecification } from './bindings.ts';
import { headOf, operandsOf } from './operands.ts';
import type { GoFile, Placed } from './go-file.ts';
import { readLiteral } from './go-literals.ts';
import type { GoProject } from './go-project.ts';

/** So deep texts are put together and followed from constant to constant. What is deeper is data. */
const maxDepth = 100;

/** Puts together the texts that the expressions of one package make. */
export class TextReader {
	readonly #project: GoProject;
	readonly #budget: TextBudget;
	/** Each constant is read once, by its file and place: many others may be made of it. */
	readonly #known = new Map<string, TextPiece[]>();

	constructor(project: GoProject, checkTime: CheckTime) {
		this.#project = project;
		this.#budget = new TextBudget(checkTime);
	}

	/** The pieces of a text. What cannot be told is a gap. */
	read(node: SyntaxNode, file: GoFile, depth = 0): TextPiece[] {
		const pieces = depth > maxDepth ? undefined : this.#read(node, file, depth);
		return pieces && this.#budget.allows(pieces) ? pieces : [gapFor(node, file)];
	}

	#read(node: SyntaxNode, file: GoFile, depth: number): TextPiece[] | undefined {
		const head = headOf(node);
		if (head.name === 'BinaryExp' && head !== node) {
			return this.#readBehind(head, node, file, depth + 1);
		}
		switch (node.name) {
			case 'String':
				return readLiteral(file.read(node), file.lineOf(node));
			case 'ParenthesizedExpr':
			case 'BinaryExp':
				return operandsOf(node).flatMap((part) => this.read(part, file, depth + 1));
			case 'CallExpr':
				return isFormat(node, file) ? this.#readFormat(node, file, depth + 1) : undefined;
			case 'VariableName':
				return this.#readConstant(this.#findConstant(node, file), depth + 1);
			default:
				return undefined;
		}
	}

	#readConstant(value: Placed | undefined, depth: number): TextPiece[] | undefined {
		if (!value || !this.#budget.isLeft) return undefined;
		const key = `${value.file.path}#${String(value.node.from)}`;
		const known = this.#known.get(key);
		if (known) return known;
		// In a circle of constants nothing is known of it.
		this.#known.set(key, [gapFor(value.node, value.file)]);
		const found = this.read(value.node, value.file, depth);
		this.#known.set(key, found);
		return found;
	}

	/** A sum of texts with something behind its last part: `"cars/" + url.PathEscape(id)`. */
	#readBehind(sum: SyntaxNode, whole: SyntaxNode, file: GoFile, depth: number): TextPiece[] {
		const parts = operandsOf(sum);
		const last = parts.pop() ?? sum;
		const rest = isFormat(whole, file)
			? this.#readFormat(whole, file, depth)
			: [{ text: null, word: file.read({ from: last.from, to: whole.to }) }];
		return [...parts.flatMap((part) => this.read(part, file, depth)), ...rest];
	}

	/** Whether a name has a text that can be told. */
	isKnown(name: SyntaxNode, file: GoFile): boolean {
		return this.#findConstant(name, file) !== undefined;
	}

	#readFormat(node: SyntaxNode, file: GoFile, depth: number): TextPiece[] {
		const [format, ...given] = operandsOf(node.getChild('Arguments') ?? node);
		if (!format) return [];
		return this.read(format, file, depth + 1).flatMap((piece) => {
			if (piece.text !== null) return [piece];
			const value = given.shift();
			return value ? this.read(value, file, depth + 1) : [piece];
		});
	}

	/** The text that a name is given where it is declared. */
	#findConstant(node: SyntaxNode, file: GoFile): Placed | undefined {
		const name = file.read(node);
		const binding = file.findBinding(name, node.from);
		const declared =
			binding === undefined
				? this.#project.findValue(file.folder, name)
				: binding.kind === 'value'
					? { specification: binding.node, index: binding.index, file }
					: undefined;
		if (!declared) return undefined;
		const value = readSpecification(declared.specification).values[declared.index];
		return value && isText(value, declared.file) ? { node: value, file: declared.file } : undefined;
	}
}

/** The largest expression around a literal that is one text. */
export function findWholeText(literal: SyntaxNode, file: GoFile): SyntaxNode {
	let whole = literal;
	let depth = 0;
	let isGiven = false;
	for (let next = literal.parent; next && depth < maxDepth; next = next.parent) {
		depth += 1;
		if (next.name !== 'Arguments') {
			if (!(isGiven ? isFormat(next, file) : isText(next, file))) break;
			whole = next;
		}
		isGiven = next.name === 'Arguments';
	}
	return whole;
}

function isText(node: SyntaxNode, file: GoFile): boolean {
	const head = headOf(node);
	switch (head.name) {
		case 'String':
		case 'ParenthesizedExpr':
			return true;
		case 'BinaryExp':
			return file.read(head.getChild('ArithOp') ?? head) === '+';
		default:
			return isFormat(node, file);
	}
}

function isFormat(node: SyntaxNode, file: GoFile): boolean {
	const callee = node.firstChild;
	return node.name === 'CallExpr' && callee !== null && /\bSprintf$/.test(file.read(callee));
}

function gapFor(node: SyntaxNode, file: GoFile): TextPiece {
	return { text: null, word: file.read(node).slice(0, 100) };
}
