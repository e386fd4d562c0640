import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeShareImages } from '../../scripts/share-images.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'handbook-share-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writePage(name: string, html: string): Promise<void> {
	await mkdir(join(folder, name));
	await writeFile(join(folder, name, 'index.html'), html);
}

const pictureOf = (name: string) => readFile(join(folder, name, 'share.png'));
const named = '<meta property="og:image" content="https://example.com/share.png">';

test('a page that names a picture gets one of 1200 by 630, always the same', async () => {
	await writePage('roadmap', `${named}<h1 id="_top">Roadmap</h1><p class="verdict">On pace</p>`);
	await writePage('plain', '<h1>Plain</h1>');
	await writeShareImages({ folder, handbook: 'Kettle handbook' });
	const picture = await pictureOf('roadmap');
	expect(picture.subarray(1, 4).toString()).toBe('PNG');
	expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
	expect(await readdir(join(folder, 'plain'))).toEqual(['index.html']);
	await writeShareImages({ folder, handbook: 'Kettle handbook' });
	expect(await pictureOf('roadmap')).toEqual(picture);
});

test('another answer is another picture', async () => {
	const page = (verdict: string) => `${named}<h1>Roadmap</h1><p class="verdict">${verdict}</p>`;
	await writePage('a', page('<svg><use href="#x"></use></svg> <span>On pace</span>'));
	await writePage('b', page('<span>On pace</span>'));
	await writePage('c', page('<span>Behind</span>'));
	await writeShareImages({ folder, handbook: 'Kettle handbook' });
	expect(await pictureOf('a')).toEqual(await pictureOf('b'));
	expect(await pictureOf('c')).not.toEqual(await pictureOf('b'));
});
