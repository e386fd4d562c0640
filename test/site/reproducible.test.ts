import { readdir } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { teams } from '../fixtures/teams.ts';
import { copyCheckout, toolFolders, type Checkout } from './checkout.ts';
import { findHolders, readFiles, readTexts } from './files.ts';
import { renderHere } from './read-site.ts';
import { renderSite } from './render-site.ts';

const home = join(import.meta.dirname, '../..');

/** Of another place, with variables that are nothing to a render. */
const elsewhere = {
	TZ: 'Pacific/Kiritimati',
	LANG: 'tr_TR.UTF-8',
	LC_ALL: 'tr_TR.UTF-8',
	GITLAB_TOKEN: 'no token at all',
	GITLAB_URL: 'not an address',
	HANDBOOK_TODAY: 'the day after tomorrow',
	CI: 'true',
};

let checkout: Checkout;
let dists: string[];

beforeAll(async () => {
	checkout = await copyCheckout(teams.kettle, 'b/deeper/down');
	// In a process that has rendered before, and in one of its own, as people do.
	const renders = [renderHere(), renderSite(checkout.folder, elsewhere)];
	dists = (await Promise.all(renders)).map(({ dist }) => dist);
});

afterAll(() => checkout.remove());

test('one snapshot gives the same files in any folder, time zone, language and environment', async () => {
	const [first, second] = await Promise.all(dists.map(readFiles));
	expect([...second!.keys()]).toEqual([...first!.keys()]);
	const others = [...second!].filter(([path, content]) => !content.equals(first!.get(path)!));
	expect(others.map(([path]) => path)).toEqual([]);
});

test('every file is whole, those of the search among them', async () => {
	const files = await readFiles(dists[0]!);
	const empty = [...files].filter(([, content]) => content.length === 0);
	expect(empty.map(([path]) => path)).toEqual([]);
	expect([...files.keys()].filter((path) => path.startsWith('pagefind/'))).toEqual(
		expect.arrayContaining(
			['pagefind-entry.json', 'pagefind-worker.js', 'wasm.en.pagefind'].map(
				(name) => `pagefind/${name}`,
			),
		),
	);
});

test('no file tells where it was rendered', async () => {
	const texts = await readTexts(dists[1]!);
	for (const place of [checkout.folder, tmpdir(), home, homedir()]) {
		// A machine's own folder may be as short as "/"; then there is nothing to tell.
		if (place.length > 1) expect(findHolders(texts, `${place}/`), place).toEqual([]);
	}
});

test('the render leaves nothing beside the site, and nothing among the packages', async () => {
	const beside = await readdir(checkout.folder);
	expect(beside.filter((name) => name.startsWith('.'))).toEqual(['.astro']);
	const packages = await readdir(join(checkout.folder, 'node_modules'));
	expect(packages.filter((name) => toolFolders.includes(name))).toEqual([]);
});
