import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findForbidden } from '../language/forbidden.ts';
import { checkout } from './checkout.ts';

/** Headings of pages that have moved are quoted as they were. */
const quoted = /What is weighed up/g;

test('pages and registry say nothing that a colleague would not', () => {
	const files = globSync(['handbook/**/*.mdx', 'registry/*.yaml', '../README.md'], {
		cwd: join(checkout, 'content'),
	});
	expect(files.length).toBeGreaterThan(50);
	const found = files.flatMap((file) => {
		const text = readFileSync(join(checkout, 'content', file), 'utf8').replaceAll(quoted, '');
		return findForbidden(text).map((words) => `${file}:${words}`);
	});
	expect(found).toEqual([]);
});
