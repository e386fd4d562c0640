import { getCollection } from 'astro:content';
import { findBlockPages, type BlockPage } from '#core/publish/pages/block-pages.ts';
import { href } from '#href.ts';

/** With where links to it lead, wherever the site is served. */
export type LinkedPage = BlockPage & { href: string };

let read: ReturnType<typeof readBlockPages> | undefined;

/**
 * The page that holds one of these blocks, the first of them that any page has. `undefined`: the team has
 * no such page, so nothing can lead there.
 */
export async function pageOf(...blocks: string[]): Promise<LinkedPage | undefined> {
	const pages = await (import.meta.env.PROD ? (read ??= readBlockPages()) : readBlockPages());
	const page = blocks.map((block) => pages.get(block)).find((one) => one !== undefined);
	return page && { ...page, href: href(page.path) };
}

async function readBlockPages() {
	return findBlockPages(await readWrittenPages());
}

/** The pages that the team writes. While they are written, drafts are among them. */
export async function readWrittenPages() {
	const pages = await getCollection('docs', ({ data }) => !(import.meta.env.PROD && data.draft));
	return pages.map(({ id, data, body = '' }) => ({
		title: data.title,
		description: data.description,
		path: id === 'index' ? ('/' as const) : (`/${id}/` as const),
		text: body,
	}));
}
