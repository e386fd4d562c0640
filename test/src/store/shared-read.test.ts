import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { shareRead } from '#store/shared-read.ts';

let root: string;
let reads: number;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'shared-'));
	await mkdir(join(root, 'content'));
	await writeFile(join(root, 'content/a.txt'), 'one');
	reads = 0;
});
afterEach(() => rm(root, { recursive: true }));

const countedRead = shareRead(['content'], async (from) => {
	reads += 1;
	return readFile(join(from, 'content/a.txt'), 'utf8');
});

test('all who ask get one read, as long as no file changes', async () => {
	expect(await Promise.all([countedRead(root), countedRead(root)])).toEqual(['one', 'one']);
	expect(await countedRead(root)).toBe('one');
	expect(reads).toBe(1);
});

test.each([
	{ why: 'a file with another text', change: () => writeFile(join(root, 'content/a.txt'), 'two') },
	{ why: 'a file more', change: () => writeFile(join(root, 'content/b.txt'), '') },
	{
		why: 'another file in the place',
		change: async () => {
			await rm(join(root, 'content/a.txt'));
			await writeFile(join(root, 'content/a.txt'), 'two');
		},
	},
])('$why is a new read', async ({ change }) => {
	await countedRead(root);
	await change();
	expect(await countedRead(root)).toBe(await readFile(join(root, 'content/a.txt'), 'utf8'));
	expect(reads).toBe(2);
});

test('what is there for editors alone is no reason to read again', async () => {
	await countedRead(root);
	await mkdir(join(root, 'content/.schema'));
	await countedRead(root);
	expect(reads).toBe(1);
});

test('a mistake is told until it is mended', async () => {
	await rm(join(root, 'content/a.txt'));
	await expect(countedRead(root)).rejects.toThrow('ENOENT');
	await expect(countedRead(root)).rejects.toThrow('ENOENT');
	await writeFile(join(root, 'content/a.txt'), 'mended');
	expect(await countedRead(root)).toBe('mended');
});
