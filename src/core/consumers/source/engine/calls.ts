import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile, Placed } from './parsed-file.ts';
import type { TextGrammar } from './text-grammar.ts';
import type { Values } from './way.ts';

/** The calls in files that share their constants, by the functions that they are of. */
export class Calls<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #values: Values<File>;
	readonly #all: Placed<File>[] = [];
	#named: ReadonlyMap<string, readonly Placed<File>[]> | undefined;
	/** Of each name, found when it is first asked for: by their functions, or by their units. */
	readonly #found = new Map<string, ReadonlyMap<string, readonly Placed<File>[]>>();

	constructor(grammar: TextGrammar<File>, values: Values<File>) {
		this.#grammar = grammar;
		this.#values = values;
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
		const found = [...(calls.get(this.#grammar.unitOf(file)) ?? [])];
		for (let node: SyntaxNode | null = statement; node; node = node.parent) {
			found.push(...(calls.get(placeOf({ node, file })) ?? []));
		}
		return found;
	}

	#group(name: string): ReadonlyMap<string, readonly Placed<File>[]> {
		const nameOf = ({ node, file }: Placed<File>) => this.#grammar.readCall(node, file).name;
		this.#named ??= Map.groupBy(this.#all, nameOf);
		return Map.groupBy(this.#named.get(name) ?? [], ({ node, file }) => {
			const called = this.#values.findFunction(node, file);
			// What has no body, as in an interface, stands for others.
			const isCertain = called && (called.node.getChild('Block') ?? this.#returns(called.node));
			return isCertain ? placeOf(called) : this.#grammar.unitOf(file);
		});
	}

	#returns({ name }: SyntaxNode): boolean {
		return this.#grammar.holders.return.test(name);
	}
}

function placeOf<File extends ParsedFile>({ node: { from, to }, file }: Placed<File>): string {
	return `${file.path}#${String(from)}-${String(to)}`;
}
