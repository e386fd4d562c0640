import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Api } from '#model/api.ts';
import { findIn } from './scan-files.ts';

/** The files of one invented project. A line that calls the API ends with a comment `CALLS GET /runners`. */
export type Tree = Readonly<Record<string, string>>;

/** Of GitLab's runners, as it was declared when the marks were made. */
const file = join(import.meta.dirname, 'marked-api.yaml');
const api = Api.parse(parse(readFileSync(file, 'utf8')));

/** What is found in a tree by the marked API, and what its marks say; both sorted. */
export function readMarked(tree: Tree): { found: string[]; marked: string[] } {
	const found = findIn(tree, api).map((line) =>
		line.replace(/ (path|graphql) | \{.*\}$/g, ' ').trim(),
	);
	const marked = Object.entries(tree).flatMap(([file, text]) =>
		text.split('\n').flatMap((line, index) =>
			(/(?:\/\/|#) CALLS (.*)$/.exec(line)?.[1] ?? '')
				.split(';')
				.filter((name) => name !== '')
				.map((name) => `${file}:${String(index + 1)} ${name.trim()}`),
		),
	);
	return { found: found.toSorted(), marked: marked.toSorted() };
}
