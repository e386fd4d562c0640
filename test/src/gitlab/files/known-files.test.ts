import { describe, expect, test } from 'vitest';
import { KnownFiles } from '#gitlab/files/known-files.ts';

const folders = [{ path: 'ci', type: 'tree' }];
const both = [...folders, { path: 'm.txt', type: 'blob' }];

describe('a folder of which the rest is not known', () => {
	test.each([
		{ entries: both, file: 'a.txt', has: false, why: 'would come before the last file' },
		{ entries: both, file: 'm.txt', has: true, why: 'is there' },
		{ entries: both, file: 'z.txt', has: undefined, why: 'may come behind it' },
		{ entries: both, file: 'z/a.txt', has: false, why: 'is in no folder: they come first' },
		{ entries: folders, file: 'a.txt', has: undefined, why: 'may come: files come last' },
		{ entries: folders, file: 'a/b.txt', has: false, why: 'is in a folder that would be there' },
		{ entries: folders, file: 'z/b.txt', has: undefined, why: 'may be in one that comes' },
	])('$file: $has, it $why', ({ entries, file, has }) => {
		const known = new KnownFiles();
		known.addFolder('', entries, false);
		expect(known.has(file)).toBe(has);
	});
});

test('the root is asked for before what may be in it', () => {
	const known = new KnownFiles();
	expect(known.folderToAsk('ci/a.yml')).toBe('');
	known.addFolder('', folders);
	expect(known.folderToAsk('ci/a.yml')).toBe('ci');
	expect(known.folderToAsk('docs/a.md')).toBeUndefined();
});
