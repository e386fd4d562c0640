import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { pageOfFile, twinOf } from '#core/publish/text/addresses.ts';
import { toLlmsFull, toLlmsIndex, type TextPage } from '#core/publish/text/llms.ts';
import { descriptionOf, pageToMarkdown } from '#markdown/page-to-markdown.ts';
import { readPageFiles } from '#store/page-files.ts';
import { readSite } from '#store/registry.ts';

export interface Twins {
	/** The checkout. */
	root: string;
	/** The folder with the rendered pages. */
	folder: string;
	/** What comes before each path: `https://example.org/handbook`, or `/handbook`, or nothing. */
	base: string;
}

/** What comes before each path of a site that is published there. */
export function toBase({
	SITE_URL,
	BASE_PATH,
}: {
	SITE_URL?: string | undefined;
	BASE_PATH: string;
}): string {
	return `${SITE_URL ?? ''}${BASE_PATH}`.replace(/\/+$/, '');
}

/**
 * As `writeTwins`, in a thread: it takes as long as the search, which another process makes meanwhile.
 */
export async function writeTwinsBeside(twins: Twins): Promise<void> {
	const ended = Promise.withResolvers<undefined>();
	new Worker(new URL('markdown-thread.ts', import.meta.url), { workerData: twins })
		.once('error', ended.reject)
		.once('exit', () => {
			ended.resolve(undefined);
		});
	await ended.promise;
}

/** Writes each page that names a text of itself as Markdown, and `llms.txt` and `llms-full.txt`. */
export async function writeTwins({ root, folder, base }: Twins): Promise<void> {
	const site = await readSite(root);
	const written = new Set((await readPageFiles(root)).map((file) => `/${addressOf(file)}`));
	const pages: TextPage[] = [];
	const files = (await readdir(folder, { recursive: true })).filter((file) =>
		file.endsWith('index.html'),
	);
	for (const file of files.toSorted()) {
		const html = readFileSync(join(folder, file), 'utf8');
		const path = pageOfFile(file.split(sep).join('/'));
		if (!html.includes('type="text/markdown"')) continue;
		const markdown = pageToMarkdown(html, base + path);
		if (markdown === undefined) continue;
		writeFileSync(join(folder, dirname(file), twinOf('')), markdown);
		const isWritten = written.has(path === '/' ? path : path.slice(0, -1));
		const [title = path] = /(?<=^# ).*/.exec(markdown) ?? [];
		const description = descriptionOf(html);
		pages.push({ path, title, description, isWritten, markdown: isWritten ? markdown : '' });
	}
	if (pages.length === 0) return;
	await writeFile(join(folder, 'llms.txt'), toLlmsIndex(pages, { site, base }));
	await writeFile(join(folder, 'llms-full.txt'), toLlmsFull(pages, { site, base }));
}
