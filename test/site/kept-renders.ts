import { createHash } from 'node:crypto';
import {
	cp,
	mkdir,
	readdir,
	readFile,
	realpath,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '#store/lock.ts';
import { copyCode, isLink, ownParts } from './checkout.ts';
import { readFiles } from './files.ts';
import type { RenderedSite } from './render-site.ts';
import { renderWarm } from './render-warm.ts';

const root = join(import.meta.dirname, '../..');
const ownFolder = join(root, 'node_modules/.cache/renders');
const mostKept = 40;
const longestKeptMs = 3 * 24 * 60 * 60 * 1000;

/**
 * As `renderWarm`, but a checkout with the same files is rendered only once: for several tests,
 * workers and runs. The files are shared, too: no test may change them.
 *
 * @param folder Where renders are kept.
 */
export async function renderOnce(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
	{ folder = ownFolder, render = renderWarm } = {},
): Promise<RenderedSite> {
	const kept = join(folder, await hashInputs(checkout, environment));
	const wait = () => undefined;
	await withLock(`${kept}.lock`, wait, async () => {
		if (await isThere(kept)) return utimes(kept, new Date(), new Date());
		await copyCode(checkout);
		const { dist, log } = await render(checkout, environment);
		const draft = `${kept}.draft`;
		await rm(draft, { recursive: true, force: true });
		await mkdir(draft);
		await cp(dist, join(draft, 'dist'), { recursive: true });
		await writeFile(join(draft, 'log'), log);
		await rename(draft, kept);
		return removeOldest(folder);
	});
	return { dist: join(kept, 'dist'), log: await readFile(join(kept, 'log'), 'utf8') };
}

async function hashInputs(
	checkout: string,
	environment: Readonly<Record<string, string>>,
): Promise<string> {
	const hash = createHash('sha256');
	const add = (name: string, content: string | Buffer) => {
		hash.update(`${name}\0${String(content.length)}\0`).update(content);
	};
	add('node', process.version);
	add('environment', JSON.stringify(Object.entries(environment).toSorted()));
	add('package-lock.json', await readFile(join(root, 'package-lock.json')));
	for (const part of ownParts) {
		const path = join(checkout, part);
		add(part, await ((await isLink(path)) ? hashOnce(path) : hashPart(path)));
	}
	return hash.digest('hex').slice(0, 32);
}

/** Of code that is linked, by where it is: it stays as it is during a run. */
const hashes = new Map<string, Promise<string>>();

async function hashOnce(link: string): Promise<string> {
	const path = await realpath(link);
	const known = hashes.get(path) ?? hashPart(path);
	hashes.set(path, known);
	return known;
}

async function hashPart(path: string): Promise<string> {
	const hash = createHash('sha256');
	const isFile = (await stat(path)).isFile();
	const files = isFile ? new Map([['', await readFile(path)]]) : await readFiles(path);
	for (const [name, content] of files) {
		hash.update(`${name}\0${String(content.length)}\0`).update(content);
	}
	return hash.digest('hex');
}

function isThere(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		() => false,
	);
}

async function removeOldest(folder: string): Promise<void> {
	const names = (await readdir(folder)).filter((name) => /^[0-9a-f]+$/.test(name));
	// Another run may have removed one meanwhile: it is the oldest, and is removed again.
	const timeOf = (name: string) =>
		stat(join(folder, name)).then(
			({ mtimeMs }) => mtimeMs,
			() => 0,
		);
	const used = await Promise.all(names.map(async (name) => ({ name, at: await timeOf(name) })));
	const oldest = Date.now() - longestKeptMs;
	const tooMany = used
		.toSorted((a, b) => b.at - a.at)
		.filter(({ at }, index) => index >= mostKept || at < oldest);
	for (const { name } of tooMany) await rm(join(folder, name), { recursive: true, force: true });
}
