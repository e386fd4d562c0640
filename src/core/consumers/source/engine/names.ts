import { countUpTo } from './syntax.ts';

export interface Declared {
	/** From here on the name means that. */
	readonly from: number;
	readonly to: number;
}

/** The names that a file declares, each with all its meanings. */
export class Names<Meaning extends Declared> {
	readonly #meanings = new Map<string, Meaning[]>();

	constructor(declared: readonly (readonly [name: string, Meaning])[]) {
		const sorted = declared.toSorted(([, a], [, b]) => a.from - b.from || b.to - a.to);
		for (const [name, meaning] of sorted) addTo(this.#meanings, name, meaning);
	}

	/** What a name means there: the innermost meaning, of several in the same place the last. */
	find(name: string, at: number): Meaning | undefined {
		const meanings = this.#meanings.get(name) ?? [];
		let index = countUpTo(meanings, at, ({ from }) => from) - 1;
		for (; index >= 0; index -= 1) {
			const meaning = meanings[index];
			// Places that hold one another: the one that begins last is the innermost.
			if (meaning && at <= meaning.to) return meaning;
		}
		return undefined;
	}
}

/** Puts one more to those that have a key. */
export function addTo<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
	const before = lists.get(key);
	if (before) before.push(one);
	else lists.set(key, [one]);
}
