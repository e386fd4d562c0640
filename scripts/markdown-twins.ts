import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addressOf } from '#core/publish/pages/addresses.ts';
import { pageOfFile, twinOf } from '#core/publish/text/addresses.ts';
import { toLlmsFull, toLlmsIndex, type TextPage } from '#core/publish/text/llms.ts';
import { descriptionOf, pageToMarkdown } from '#markdown/page-to-markdown.ts';
import { compareText } from '#model/order.ts';
import type { Site } from '#model/site.ts';
import { readPageFiles } from '#store/page-files.ts';

export interface TwinsOf {
	/** The checkout. */
	root: string;
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

/** What is kept of a page until it is known which pages the team writes. */
interface Twin {
	/** Of the page, in the folder of the site. */
	file: string;
	markdown: string;
	description: string | undefined;
}

/** Pages as Markdown, those that name such a text of themselves, and `llms.txt` and `llms-full.txt`. */
export class Twins {
	readonly #of: TwinsOf;
	readonly #twins: Twin[] = [];

	constructor(of: TwinsOf) {
		this.#of = of;
	}

	/** Reads a page as it is published. */
	add(file: string, html: string): void {
		if (!html.includes('type="text/markdown"')) return;
		const markdown = pageToMarkdown(html, this.#of.base + pageOfFile(file));
		if (markdown === undefined) return;
		this.#twins.push({ file, markdown, description: descriptionOf(html) });
	}

	/** @param folder The one with the pages. */
	async write(folder: string): Promise<void> {
		const { root, base, site } = this.#of;
		if (this.#twins.length === 0) return;
		const written = new Set((await readPageFiles(root)).map((file) => `/${addressOf(file)}`));
		const pages: TextPage[] = [];
		for (const { file, markdown, description } of this.#twins.toSorted(byFile)) {
			await writeFile(join(folder, dirname(file), twinOf('')), markdown);
			const path = pageOfFile(file);
			const isWritten = written.has(path === '/' ? path : path.slice(0, -1));
			const [title = path] = /(?<=^# ).*/.exec(markdown) ?? [];
			pages.push({ path, title, description, isWritten, markdown: isWritten ? markdown : '' });
		}
		await writeFile(join(folder, 'llms.txt'), toLlmsIndex(pages, { site, base }));
		await writeFile(join(folder, 'llms-full.txt'), toLlmsFull(pages, { site, base }));
	}
}

const byFile = (a: Twin, b: Twin) => compareText(a.file, b.file);
