import type { Synonym } from '#model/synonyms.ts';
import { meaningsOf, toTellingWords } from './telling-words.ts';

type DataKind = 'Project' | 'Milestone' | 'Issue' | 'Endpoint' | 'Consumer' | 'Person';
export type SearchKind = DataKind | 'Contact' | 'Term' | 'Page';

/** A row of the site's data, or a page, as the search shows it. */
export interface SearchRow {
	kind: SearchKind;
	title: string;
	/** Where it is, with the base path; an issue is on GitLab. */
	url: string;
	/** How it is, in words: `v0.9.0, 25 days ago, 2 checks fail`. */
	state: string;
	/** What else it is called: its path, its reference. */
	names?: string[];
}

/** What the search loads when it is first opened. */
export interface SearchRows {
	rows: readonly SearchRow[];
	synonyms: readonly Synonym[];
}

/** Where it is published, from the root of the site. */
export const searchRowsFile = '/search.json';

/** Issues that only have the words come last, and few of them: anybody may have titled one so. */
const mostIssues = 3;

/**
 * The rows that have all the words, the best first: those that are called just so, or are named by
 * their path, then those whose name begins like that, those that have all the words in their names,
 * and last those that have some in their state. A word may be the beginning of one; one of the
 * registry's synonyms means the other, too.
 * An issue has one in its name at least, since a state is what many have, and one word begins many.
 */
export function findRows({ rows, synonyms }: SearchRows, words: string, most: number): SearchRow[] {
	const telling = [...new Set(toWords(toTellingWords(words)))];
	const queries = [toWords(words), telling].map((query) => query.join(' '));
	if (queries.includes('')) return [];
	const asked = telling.map((word) => [word, ...meaningsOf(word, synonyms)]);
	const found = Map.groupBy(rows, (row) => rankOf(row, queries, asked));
	const ranked = [0, 1, 2, 3].flatMap((rank) => found.get(rank) ?? []);
	return [...ranked, ...(found.get(4) ?? []).slice(0, mostIssues)].slice(0, most);
}

/** `null`: it lacks a word. */
function rankOf(
	{ kind, title, names = [], state }: SearchRow,
	queries: readonly string[],
	asked: readonly (readonly string[])[],
): number | null {
	const called = [title, ...names].map((name) => toWords(name).join(' '));
	if (called.some((name) => queries.includes(name)) || isNamedIn(queries, called[0])) return 0;
	const isIssue = kind === 'Issue';
	const isBegun = called.some((name) => queries.some((query) => name.startsWith(query)));
	if (isBegun && !(isIssue && asked.length === 1)) return 1;
	if (called.some((name) => isNamedIn(queries, name))) return 2;
	if (hasAll(called, asked)) return isIssue ? 4 : 2;
	const stated = [...called, toWords(`${kind} ${state}`).join(' ')];
	if (!hasAll(stated, asked) || (isIssue && !hasAll(called, [asked.flat()]))) return null;
	return isIssue ? 4 : 3;
}

/** `who calls GET /cars/all` names an endpoint. A name without a slash is a word of many questions. */
function isNamedIn(queries: readonly string[], name = ''): boolean {
	return name.includes('/') && queries.some((query) => ` ${query} `.includes(` ${name} `));
}

function hasAll(texts: readonly string[], asked: readonly (readonly string[])[]): boolean {
	const words = texts.flatMap((text) => text.split(' '));
	return asked.every((alternatives) =>
		alternatives.some((one) => words.some((word) => word.startsWith(one.toLowerCase()))),
	);
}

/** Slashes and dots are parts of a word: paths, versions and endpoints have them. Hyphens join words. */
function toWords(text: string): string[] {
	return text
		.toLowerCase()
		.split(/[\s,;()"“”_-]+/)
		.filter(Boolean);
}
