import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { offlinePage, serviceWorker } from '#core/publish/offline.ts';

const sources = join(import.meta.dirname, '../src/chrome/worker');

/** What every page may need, wherever a reader goes: files that the bundler made, the search, pictures. */
const ofAllPages = /^(_astro|pagefind)\/|^[^/]+\.svg$|^search\.json$/;

interface Deployment {
	/** The folder with all other files of the site. */
	folder: string;
	/** The path below which it is published, `/` or `/handbook`. */
	base: string;
	/** Whether pages are saved for readers without a network. */
	offline: boolean;
}

/**
 * Writes the service worker of a rendered site. A site that saves nothing has one that removes itself:
 * readers from before keep the other until something else is at its address.
 */
export async function writeServiceWorker({ folder, base, offline }: Deployment): Promise<void> {
	const source = offline ? 'service-worker.js' : 'removed-worker.js';
	const text = await readFile(join(sources, source), 'utf8');
	const site = offline ? `const site = ${JSON.stringify(await describeSite(folder, base))};\n` : '';
	await writeFile(join(folder, serviceWorker), site + text);
}

async function describeSite(folder: string, base: string) {
	const root = base.replace(/\/?$/, '/');
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
		.map((file) => file.split(sep).join('/'))
		.toSorted();
	const hash = createHash('sha256');
	for (const file of files) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
	return {
		deployment: hash.digest('hex').slice(0, 16),
		page: `${root}${offlinePage}/`,
		files: files.filter((file) => ofAllPages.test(file)).map((file) => root + file),
	};
}
