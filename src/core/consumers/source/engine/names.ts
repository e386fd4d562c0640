import { countUpTo } from './syntax.ts';

export interface Declared {
	/** From here on the name means that. */
	readonly from: number;
	readonly to: number;
}

/** The names that a file declares, each with all its meanings. */
export class Names<Meaning extends Declared> {
	readonly #meanings = new Map<string, Meaning[]>();
	#isSorted = true;

	add(name: string, meaning: Meaning): void {
		addTo(this.#meanings, name, meaning);
		this.#isSorted = false;
	}

	/** What a name means there: the innermost meaning, of several in the same place the last. */
	find(name: string, at: number): Meaning | undefined {
		this.#sort();
		const meanings = this.#meanings.get(name) ?? [];
		let index = countUpTo(meanings, at, ({ from }) => from) - 1;
		for (; index >= 0; index -= 1) {
			const meaning = meanings[index];
			// Places that hold one another: the one that begins last is the innermost.
			if (meaning && at <= meaning.to) return meaning;
		}
		return undefined;
	}

	#sort(): void {
		if (this.#isSorted) return;
		for (const meanings of this.#meanings.values()) {
			meanings.sort((a, b) => a.from - b.from || b.to - a.to);
		}
		this.#isSorted = true;
	}
}

/** Puts one more to those that have a key. */
export function addTo<Key, One>(lists: Map<Key, One[]>, key: Key, one: One): void {
	const before = lists.get(key);
	if (before) before.push(one);
	else lists.set(key, [one]);
}
