import type { z } from 'zod';

export type Report = (path: PropertyKey[], message: string) => void;

export function reporterOf(context: z.RefinementCtx): Report {
	return (path, message) => {
		context.addIssue({ code: 'custom', path, message });
	};
}

/** An entry that has the key of an earlier one, with the places of both. */
export interface Double<Entry> {
	entry: Entry;
	key: string;
	index: number;
	first: number;
}

export function findDoubles<Entry>(
	entries: readonly Entry[],
	keyOf: (entry: Entry) => string,
): Double<Entry>[] {
	const firsts = new Map<string, number>();
	return entries.flatMap((entry, index) => {
		const key = keyOf(entry);
		const first = firsts.get(key);
		if (first === undefined) firsts.set(key, index);
		return first === undefined ? [] : [{ entry, key, index, first }];
	});
}

/** For lists in which no two entries say the same there. */
export function eachHasIts<Key extends string>(key: Key) {
	return (entries: readonly Record<Key, string>[], context: z.RefinementCtx): void => {
		for (const { index, key: value } of findDoubles(entries, (entry) => entry[key])) {
			reporterOf(context)([index, key], `Duplicate ${key}: "${value}". Expected each once`);
		}
	};
}

/** For entries that have an id. */
export function idOf({ id }: { id: string }): string {
	return id;
}

export function quoted(words: readonly string[]): string {
	return [...new Set(words)].map((word) => `"${word}"`).join(', ');
}
