import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressSite } from '../../scripts/compress-site.ts';
import { serveSite } from '../browser/serve.ts';

test('texts that get smaller have copies, which a server that knows them sends', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'compressed-'));
	try {
		const page = '<p>The same again.</p>'.repeat(100);
		await writeFile(join(folder, 'index.html'), page);
		await writeFile(join(folder, '404.html'), '.');
		await writeFile(join(folder, 'picture.png'), Buffer.alloc(1000));
		// A project may be called so.
		await mkdir(join(folder, 'notes.md'));
		await compressSite(folder);

		expect((await readdir(folder)).toSorted()).toEqual([
			'404.html',
			'index.html',
			'index.html.br',
			'index.html.gz',
			'notes.md',
			'picture.png',
		]);
		const read = (name: string) => readFile(join(folder, name));
		expect(brotliDecompressSync(await read('index.html.br')).toString()).toBe(page);
		expect(gunzipSync(await read('index.html.gz')).toString()).toBe(page);

		const site = await serveSite(folder);
		const answer = await fetch(site.urlOf('/'), { headers: { 'Accept-Encoding': 'br' } });
		expect(answer.headers.get('content-encoding')).toBe('br');
		expect(await answer.text()).toBe(page);
		await site.close();
	} finally {
		await rm(folder, { recursive: true });
	}
});
