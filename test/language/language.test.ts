import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findForbidden, withoutComments } from './forbidden.ts';

const root = join(import.meta.dirname, '../..');

test.each([
	{ text: 'It stands on no page.', found: ['1: "stands" (say: is, lives in, is listed in)'] },
	{ text: 'a\nGitLab shows strangers nothing', found: [expect.stringMatching(/^2: "strangers"/)] },
	{ text: "It couldn't be told.", found: [expect.stringMatching(/"couldn't be told"/)] },
	{ text: 'As it stands, you can stand in for me.', found: [] },
	{ text: 'We understand the standard.', found: [] },
])('$text', ({ text, found }) => {
	expect(findForbidden(text)).toEqual(found);
});

test('only what readers see counts', () => {
	const source = [
		"import Mend from './anew.ts';",
		'/** What stands here. */',
		'// whoever',
		"const url = 'https://example.com'; // anew",
		"const words = 'It stands here.';",
	];
	expect(findForbidden(withoutComments(source.join('\n')))).toEqual([
		expect.stringMatching(/^5: "stands"/),
	]);
});

/** What exports of version 1 promise stays as it is, and so do words of source that is searched. */
const excepted = /^src\/(model\/export|core\/publish\/exports\/|core\/consumers\/source\/)/;

const sources = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.{ts,mdx}'], { cwd: root }).filter(
	(file) => !excepted.test(file),
);

test('pages, terminal and feeds say nothing that a colleague would not', () => {
	expect(sources.length).toBeGreaterThan(400);
	const found = sources.flatMap((file) =>
		findForbidden(withoutComments(readFileSync(join(root, file), 'utf8'))).map(
			(words) => `${file}:${words}`,
		),
	);
	expect(found).toEqual([]);
});
