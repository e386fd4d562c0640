import type { SyntaxNode } from '@lezer/common';
import { placeOf, type ParsedFile, type Placed } from './parsed-file.ts';
import { argumentsOf } from './syntax.ts';
import type { Judged } from './judged.ts';
import type { TextReader } from './text-reader.ts';
import { slash } from './text.ts';
import { isAround } from './way.ts';

/** What declares a client is short. */
const maxDeclaration = 2000;

/** How a function of the project takes a text that it is given. */
export interface Taking<File> {
	readonly call: Placed<File>;
	readonly made: Placed<File>;
	/** Which parameter takes it. */
	readonly place: number;
	/** What else that parameter takes, as parts of one path: `get("cars", id)`. */
	readonly around: Pick<Judged, 'before' | 'after'>;
}

/** The calls in files that share their constants, by the functions that they are of. */
export class Calls<File extends ParsedFile> {
	readonly #reader: TextReader<File>;
	readonly #all: Placed<File>[] = [];
	#named: ReadonlyMap<string, readonly Placed<File>[]> | undefined;
	/** Of each name, found when it is first asked for: by their functions, or by their units. */
	readonly #found = new Map<string, ReadonlyMap<string, readonly Placed<File>[]>>();

	constructor(reader: TextReader<File>) {
		this.#reader = reader;
	}

	add(call: Placed<File>): void {
		this.#all.push(call);
	}

	/**
	 * The calls of the function with that name that a statement is in. Where nobody can tell which
	 * function is called, it may be every one of the same unit. Ask when all are added.
	 */
	find(name: string, statement: SyntaxNode, file: File): Placed<File>[] {
		if (name === '') return [];
		const calls = this.#found.get(name) ?? this.#group(name);
		this.#found.set(name, calls);
		const found = [...(calls.get(this.#reader.grammar.unitOf(file)) ?? [])];
		for (let node: SyntaxNode | null = statement; node; node = node.parent) {
			found.push(...(calls.get(placeOf({ node, file })) ?? []));
		}
		return found;
	}

	/** What the parameters of a function are in a call of it, as far as that is written there. */
	fill({ node, file }: Placed<File>): Pick<Judged, 'given'> {
		const made = this.#reader.values.findFunction(node.firstChild, file);
		const parameters = made ? this.#reader.grammar.parametersOf(made) : [];
		const given = argumentsOf(node).flatMap((one, place) => {
			const name = parameters.find((taken) => taken.place === place && !taken.field)?.name;
			const pieces = name ? this.#reader.read(one, file) : [];
			const isWritten = name && made && pieces.some(({ text }) => text !== null);
			return isWritten ? [[made.file.read(name), pieces] as const] : [];
		});
		return given.length > 0 ? { given: Object.fromEntries(given) } : {};
	}

	/** How a call hands a text on. `undefined`: nobody can tell which function is called. */
	follow(text: SyntaxNode, node: SyntaxNode, file: File): Taking<File> | undefined {
		const made = this.#reader.values.findFunction(node.firstChild, file);
		if (!made) return undefined;
		const call = { node, file };
		const given = argumentsOf(node);
		const place = given.findIndex((one) => isAround(one, text));
		const parameters = this.#reader.grammar.parametersOf(made);
		const rest = parameters.find(({ isRest }) => isRest)?.place;
		if (rest === undefined || place < rest) return { call, made, place, around: {} };
		const read = (one: SyntaxNode) => this.#reader.read(one, file);
		const around = {
			before: given.slice(rest, place).flatMap((one) => [...read(one), slash]),
			after: given.slice(place + 1).flatMap((one) => [slash, ...read(one)]),
		};
		return { call, made, place: rest, around };
	}

	/** The call that a field's object is given to. */
	around({ parent }: SyntaxNode): SyntaxNode | undefined {
		const { holders, nodes } = this.#reader.grammar;
		for (let around = parent; around && !holders.field.test(around.name); around = around.parent) {
			if (around.name === nodes.arguments) return around.parent ?? undefined;
		}
		return undefined;
	}

	/** What tells of that by which a call is made. */
	sourceOf(call: SyntaxNode, file: File): string {
		return this.#reader.grammar.sourceOf?.(call, file) ?? this.readDeclaration(call, file);
	}

	/** The beginning of what declares that by which a call is made. */
	readDeclaration(call: SyntaxNode, file: File): string {
		const found = this.#reader.grammar.declarationOf(call, file);
		return found?.file.read(found.node).slice(0, maxDeclaration) ?? '';
	}

	#group(name: string): ReadonlyMap<string, readonly Placed<File>[]> {
		const { grammar } = this.#reader;
		const nameOf = ({ node, file }: Placed<File>) => grammar.calleeOf(node, file).name;
		this.#named ??= Map.groupBy(this.#all, nameOf);
		return Map.groupBy(this.#named.get(name) ?? [], ({ node, file }) => {
			const called = this.#reader.values.findFunction(node.firstChild, file);
			// What has no body, as in an interface, may be any of several.
			const isCertain =
				called && (called.node.getChild('Block') ?? grammar.holders.return.test(called.node.name));
			return isCertain ? placeOf(called) : grammar.unitOf(file);
		});
	}
}
