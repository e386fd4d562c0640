import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { pageOfFile, twinOf } from '#core/publish/text/addresses.ts';
import { toLlmsFull, toLlmsIndex, type TextPage } from '#core/publish/text/llms.ts';
import { descriptionOf, pageToMarkdown } from '#markdown/page-to-markdown.ts';
import type { Site } from '#model/registry.ts';
import { listFiles } from '#store/list-files.ts';
import { readPageFiles } from '#store/page-files.ts';

export interface Twins {
	/** The checkout. */
	root: string;
	/** The folder with the rendered pages. */
	folder: string;
	/** What comes before each path: `https://example.org/handbook`, or `/handbook`, or nothing. */
	base: string;
	site: Pick<Site, 'title' | 'description' | 'sections'>;
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

/** Writes each page that names a text of itself as Markdown, and `llms.txt` and `llms-full.txt`. */
export async function writeTwins({ root, folder, base, site }: Twins): Promise<void> {
	const written = new Set((await readPageFiles(root)).map((file) => `/${addressOf(file)}`));
	const pages: TextPage[] = [];
	for (const file of (await listFiles(folder)).filter((one) => one.endsWith('index.html'))) {
		// Not at once: the search, which another process makes, is handed its pages meanwhile.
		const html = await readFile(join(folder, file), 'utf8');
		const path = pageOfFile(file);
		if (!html.includes('type="text/markdown"')) continue;
		const markdown = pageToMarkdown(html, base + path);
		if (markdown === undefined) continue;
		await writeFile(join(folder, dirname(file), twinOf('')), markdown);
		const isWritten = written.has(path === '/' ? path : path.slice(0, -1));
		const [title = path] = /(?<=^# ).*/.exec(markdown) ?? [];
		const description = descriptionOf(html);
		pages.push({ path, title, description, isWritten, markdown: isWritten ? markdown : '' });
	}
	if (pages.length === 0) return;
	await writeFile(join(folder, 'llms.txt'), toLlmsIndex(pages, { site, base }));
	await writeFile(join(folder, 'llms-full.txt'), toLlmsFull(pages, { site, base }));
}
