import type { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import type { Evaluator } from './evaluator.ts';
import { GivenTexts, maxGiven, type Reaching } from './given-texts.ts';
import { placeOf, type ParsedFile, type Placed } from './parsed-file.ts';
import { TextBudget } from './text-budget.ts';
import type { TextGrammar, TextPart } from './text-grammar.ts';
import { writeOut, type TextPiece } from './text.ts';
import type { CheckTime } from './time.ts';

/** So deep texts are put together and followed from constant to constant. What is deeper is data. */
const maxDepth = 100;

export interface ParameterUse {
	/** The text that it is a part of, or itself. */
	readonly whole: SyntaxNode;
	readonly before: readonly TextPiece[];
	readonly after: readonly TextPiece[];
}

/** Puts together the texts that the expressions of some files make, which share their constants. */
export class TextReader<File extends ParsedFile> {
	readonly grammar: TextGrammar<File>;
	readonly values: Evaluator<File>;
	readonly #budget: TextBudget;
	/** Each constant is looked up and read once, by its file and place: many others may be made of it. */
	readonly #constants = new Map<string, Placed<File> | undefined>();
	readonly #known = new Map<string, TextPiece[]>();
	readonly #given: GivenTexts<File>;

	constructor(
		grammar: TextGrammar<File>,
		files: readonly File[],
		values: Evaluator<File>,
		checkTime: CheckTime,
	) {
		this.grammar = grammar;
		this.values = values;
		this.#given = new GivenTexts(grammar, files);
		this.#budget = new TextBudget(checkTime);
	}

	/** The pieces of a text. What cannot be told is a gap. */
	read(node: SyntaxNode, file: File, depth = 0): TextPiece[] {
		const pieces = depth > maxDepth ? undefined : this.#read(node, file, depth);
		return pieces && this.#budget.allows(pieces) ? pieces : [gapFor(node, file)];
	}

	#read(node: SyntaxNode, file: File, depth: number): TextPiece[] | undefined {
		const choices = this.grammar.choicesOf?.(node) ?? [];
		if (choices.length > 0) {
			const read = choices.map((one) => this.read(one, file, depth + 1));
			return [{ text: null, word: '', choices: read }];
		}
		const parts = this.grammar.partsOf(node, file);
		if (parts) return parts.flatMap((part) => this.#readPart(part, file, depth + 1));
		const isName = node.name === 'VariableName' || this.isTaking(node, file);
		return isName ? this.#readName(node, file, depth + 1) : undefined;
	}

	#readPart(part: TextPart<File>, file: File, depth: number): TextPiece[] {
		if ('text' in part) return [part];
		if ('placed' in part) return this.read(part.placed.node, part.placed.file, depth);
		if (!('format' in part)) return this.read(part, file, depth);
		const given = [...part.given];
		return this.read(part.format, file, depth + 1).flatMap((piece) => {
			const value = piece.text === null ? given.shift() : undefined;
			return value ? this.read(value, file, depth + 1) : [piece];
		});
	}

	#readName(name: SyntaxNode, file: File, depth: number): TextPiece[] {
		const { isDeclared, given } = this.reaching(name, file);
		const declared = this.readDeclared(name, file, depth);
		if (isDeclared && given.length === 0) return declared;
		if (given.length > maxGiven) return [gapFor(name, file)];
		const choices = given.map(({ isText, isAppended, ...value }) => {
			const pieces = isText ? this.#readOnce(value, depth) : [gapFor(name, file)];
			return isAppended ? [...declared, ...pieces] : pieces;
		});
		return [{ ...gapFor(name, file), choices: isDeclared ? [declared, ...choices] : choices }];
	}

	reaching(name: SyntaxNode, file: File): Reaching<File> {
		return this.#given.reaching(name, file);
	}

	/** The text that a name is declared with, whatever it is given later. */
	readDeclared(name: SyntaxNode, file: File, depth = 0): TextPiece[] {
		const value = this.findConstant(name, file);
		return value ? this.#readOnce(value, depth) : [gapFor(name, file)];
	}

	#readOnce(value: Placed<File>, depth: number): TextPiece[] {
		if (!this.#budget.isLeft) return [gapFor(value.node, value.file)];
		const key = placeOf(value);
		const known = this.#known.get(key);
		if (known) return known;
		// In a circle of constants nothing is known of it.
		this.#known.set(key, [gapFor(value.node, value.file)]);
		const found = this.read(value.node, value.file, depth);
		this.#known.set(key, found);
		return found;
	}

	isKnown(name: SyntaxNode, file: File): boolean {
		return (
			this.reaching(name, file).given.some(({ isText }) => isText) ||
			this.findConstant(name, file) !== undefined
		);
	}

	/** Where the text of a name is written. */
	findConstant(name: SyntaxNode, file: File): Placed<File> | undefined {
		const key = this.grammar.keyOf(name, file);
		if (!this.#constants.has(key)) {
			const isElsewhere = this.isTaking(name, file);
			const value =
				this.grammar.valueOf(name, file) ??
				(isElsewhere ? this.values.findOther(name, file) : undefined);
			const isText = value && this.grammar.isText(value.node, value.file);
			this.#constants.set(key, isText ? value : undefined);
		}
		return this.#constants.get(key);
	}

	/** Whether a node may take a text from where its name is not declared: an object, another file. */
	isTaking(node: SyntaxNodeRef, file: File): boolean {
		const { nodes } = this.grammar;
		return nodes.taking.has(node.name) && this.grammar.takes(node.node, file);
	}

	/** Whether the text that a name is a part of is one for people: it has blanks. */
	isProse(name: SyntaxNode, file: File): boolean {
		return /\s/.test(writeOut({ pieces: this.read(this.findWhole(name, file), file) }));
	}

	/** The text that what varies is a part of. `undefined`: it is not known where in it. */
	findAround(part: SyntaxNode, file: File): ParameterUse | undefined {
		const whole = this.findWhole(part, file);
		const pieces = this.read(whole, file);
		const { word } = gapFor(part, file);
		// What an operator joins may be read as a part of the last one: `a + b.c()`.
		const place = pieces.findIndex(
			(piece) => piece.text === null && piece.word !== '' && word.endsWith(piece.word),
		);
		if (place < 0) return undefined;
		return { whole, before: pieces.slice(0, place), after: pieces.slice(place + 1) };
	}

	/** The last expression that hands a text on, or itself. */
	findHanded(text: SyntaxNode, file: File): SyntaxNode {
		let handed = text;
		for (let next: SyntaxNode | undefined = text; next; next = this.grammar.handedBy(next, file)) {
			handed = next;
		}
		return handed;
	}

	/** The largest expression around a literal that is one text. */
	findWhole(literal: SyntaxNode, file: File): SyntaxNode {
		const { nodes } = this.grammar;
		let whole = literal;
		let inside = literal;
		let depth = 0;
		for (let next = literal.parent; next && depth < maxDepth; next = next.parent) {
			depth += 1;
			if (!nodes.hole.has(next.name)) {
				if (!this.grammar.isText(next, file, inside)) break;
				whole = next;
			}
			inside = next;
		}
		return whole;
	}
}

function gapFor(node: SyntaxNode, file: ParsedFile): TextPiece & { text: null } {
	return { text: null, word: file.read(node).slice(0, 100) };
}
