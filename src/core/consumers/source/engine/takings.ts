import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile, Placed } from './parsed-file.ts';
import type { TextGrammar } from './text-grammar.ts';
import type { Judged } from './text-purpose.ts';
import type { TextReader } from './text-reader.ts';
import { slash } from './text.ts';
import { isAround, type Values } from './way.ts';

/** How a function of the project takes a text that it is given. */
export interface Taking<File> {
	readonly call: Placed<File>;
	/** The function. */
	readonly made: Placed<File>;
	/** Which parameter takes it. */
	readonly place: number;
	/** What else that parameter takes, as parts of one path: `get("cars", id)`. */
	readonly around: Pick<Judged, 'before' | 'after'>;
}

/** Finds out how functions take texts. */
export class Takings<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #values: Values<File>;
	readonly #reader: TextReader<File>;

	constructor(grammar: TextGrammar<File>, values: Values<File>, reader: TextReader<File>) {
		this.#grammar = grammar;
		this.#values = values;
		this.#reader = reader;
	}

	/** What the parameters of a function are in a call of it, as far as that is written there. */
	fill({ node, file }: Placed<File>): Pick<Judged, 'given'> {
		const made = this.#values.findFunction(node, file);
		const given = this.#grammar.argumentsOf(node).flatMap((one, place) => {
			const parameter = made && this.#grammar.parameterOf(made, place);
			const pieces = parameter ? this.#reader.read(one, file) : [];
			const isWritten = parameter && pieces.some(({ text }) => text !== null);
			return isWritten ? [[made.file.read(parameter), pieces] as const] : [];
		});
		return given.length > 0 ? { given: Object.fromEntries(given) } : {};
	}

	/** `undefined`: nobody can tell which function is called. */
	find(text: SyntaxNode, node: SyntaxNode, file: File): Taking<File> | undefined {
		const made = this.#values.findFunction(node, file);
		if (!made) return undefined;
		const call = { node, file };
		const given = this.#grammar.argumentsOf(node);
		const place = given.findIndex((one) => isAround(one, text));
		const last = this.#grammar.countParameters(made) - 1;
		if (place < last || !this.#grammar.hasRest(made)) return { call, made, place, around: {} };
		const read = (one: SyntaxNode) => this.#reader.read(one, file);
		const around = {
			before: given.slice(last, place).flatMap((one) => [...read(one), slash]),
			after: given.slice(place + 1).flatMap((one) => [slash, ...read(one)]),
		};
		return { call, made, place: last, around };
	}
}
