import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withoutSlash } from '#core/base/paths.ts';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { isPrinted, sectionPrint } from '#core/publish/section-print.ts';
import type { Site } from '#model/site.ts';
import { readPageFiles } from '#store/page-files.ts';
import { joinPages } from './joined-pages.ts';

interface RenderedSite {
	/** The checkout. */
	root: string;
	/** The folder with its rendered pages. */
	folder: string;
	/** The path below which it is published: `/` or `/handbook`. */
	base: string;
	site: Pick<Site, 'title' | 'sections'>;
}

/**
 * Writes a page for each section that holds all its pages, in the order of the sidebar, to be printed. It is made
 * of what is rendered: to render every page twice would cost as much again.
 */
export async function writeSectionPrints({
	root,
	folder,
	base,
	site: { title, sections },
}: RenderedSite): Promise<void> {
	const files = await readPageFiles(root);
	for (const { directory, label } of sections) {
		const addresses = files
			.filter(({ path }) => path.startsWith(`${directory}/`))
			.map((file) => `/${addressOf(file)}/`);
		const [anyPage] = addresses;
		if (anyPage === undefined) continue;
		const read = (path: string) =>
			readFile(join(folder, path, 'index.html'), 'utf8').catch(() => '');
		const order = readSidebar(await read(anyPage), base).filter((path) => addresses.includes(path));
		if (!isPrinted(order.length)) continue;
		const pages = await Promise.all(
			order.map(async (path) => ({ path: withoutSlash(base) + path, html: await read(path) })),
		);
		const target = join(folder, sectionPrint(directory));
		await mkdir(target, { recursive: true });
		await writeFile(
			join(target, 'index.html'),
			joinPages(pages, { title: label, handbook: title }),
		);
	}
}

/** Where the links of a page's sidebar lead, from the root of the site. */
function readSidebar(html: string, base: string): string[] {
	const [sidebar = ''] = /<nav class="sidebar[^]*?<\/nav>/.exec(html) ?? [];
	const prefix = withoutSlash(base);
	return [...sidebar.matchAll(/<a href="([^"]*)"/g)]
		.map(([, address = '']) => decodeURI(address))
		.filter((address) => address.startsWith(`${prefix}/`))
		.map((address) => address.slice(prefix.length));
}
