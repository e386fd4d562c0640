import type { SyntaxNode } from '@lezer/common';
import type { ParsedFile, Placed } from './parsed-file.ts';
import { childrenOf } from './syntax.ts';
import type { TextGrammar } from './text-grammar.ts';

interface Given<File> {
	readonly value: Placed<File>;
	/** It is put behind what the name had: `path += '/cars'`. */
	readonly isAppended: boolean;
}

/** So many texts a name may be given. */
const maxGiven = 8;

/** The texts that names are given after they are declared: `path = '/cars'`. */
export class GivenTexts<File extends ParsedFile> {
	readonly #grammar: TextGrammar<File>;
	readonly #given = new Map<string, Given<File>[]>();

	constructor(grammar: TextGrammar<File>, files: readonly File[]) {
		this.#grammar = grammar;
		for (const file of files) this.#read(file);
	}

	of(name: SyntaxNode, file: File): readonly Given<File>[] {
		return this.#given.get(this.#grammar.keyOf(name, file)) ?? [];
	}

	#read(file: File): void {
		file.tree.iterate({
			enter: (found) => {
				if (!found.name.startsWith('Assignment')) return;
				const isAppended = found.node.getChild('UpdateOp') !== null;
				for (const node of childrenOf(found.node)) {
					const target = this.#grammar.targetOf(node, found.node);
					if (target?.name !== 'VariableName' || !this.#grammar.isText(node, file)) continue;
					const key = this.#grammar.keyOf(target, file);
					const given = this.#given.get(key) ?? [];
					if (given.length < maxGiven) given.push({ value: { node, file }, isAppended });
					this.#given.set(key, given);
				}
			},
		});
	}
}
