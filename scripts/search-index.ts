import { writeFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type HTMLFile, type PagefindIndex } from 'pagefind';

/** Interfaces that Pagefind brings, which this site has its own of. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What the chrome writes into pages that are to be found. */
const mark = 'data-pagefind-body';

/** As many as Pagefind may have yet to read: all pages of a large handbook at once take more than their render. */
const mostWaiting = 16;

/**
 * The search of a site, made while its pages are rendered: Pagefind is a process of its own. The chrome could make it
 * afterwards, but it ends Pagefind 1.5 when that says it has written its files, which it may still be doing: on a
 * busy machine some stay empty. What Pagefind hands over instead is whole. It would also read every page, found or
 * not.
 */
export class SearchIndex {
	readonly #mistakes: string[] = [];
	#index: Promise<PagefindIndex> | undefined;
	#waiting: Promise<void>[] = [];

	/** @returns when there may be another one. A page that is not to be found is left out. */
	async add(file: string, html: string): Promise<void> {
		if (!html.includes(mark)) return;
		const index = await this.#start();
		this.#waiting.push(this.#read(index, { sourcePath: file, content: cutOut(html) }));
		if (this.#waiting.length < mostWaiting) return;
		await Promise.all(this.#waiting);
		this.#waiting = [];
	}

	/**
	 * @param site The folder with the pages.
	 * @throws when Pagefind could not read them.
	 */
	async write(site: string): Promise<void> {
		const index = await this.#start();
		await Promise.all(this.#waiting);
		const { files, errors } = await index.getFiles();
		refuse([...this.#mistakes, ...errors]);
		const folder = join(site, 'pagefind');
		await rm(folder, { recursive: true, force: true });
		const used = files.filter(({ path }) => !unused.test(path));
		for (const part of new Set(used.map(({ path }) => dirname(path)))) {
			await mkdir(join(folder, part), { recursive: true });
		}
		// At once: to wait for the disk file by file takes longer than to write them.
		for (const { path, content } of used) writeFileSync(join(folder, path), content);
	}

	/** Ends Pagefind, whether or not the search has been written. */
	async [Symbol.asyncDispose](): Promise<void> {
		await close();
	}

	#start(): Promise<PagefindIndex> {
		return (this.#index ??= startIndex());
	}

	/** Never fails: what goes wrong is told when the search is written. */
	async #read(index: PagefindIndex, page: HTMLFile): Promise<void> {
		const { errors } = await index
			.addHTMLFile(page)
			.catch((error: unknown) => ({ errors: [String(error)] }));
		this.#mistakes.push(...errors);
	}
}

async function startIndex(): Promise<PagefindIndex> {
	const { index, errors } = await createIndex();
	if (!index) throw new Error(`The search index couldn't be built: ${errors.join(' ')}`);
	return index;
}

function refuse(mistakes: readonly string[]): void {
	if (mistakes.length > 0)
		throw new Error(`The search index couldn't be built: ${mistakes.join(' ')}`);
}

/** The part of a page that is found, in its language. With all around it Pagefind takes twice as long. */
function cutOut(page: string): string {
	const [html = ''] = /<html[^>]*>/.exec(page) ?? [];
	const end = '</main>';
	const main = page.slice(page.indexOf('<main'), page.lastIndexOf(end) + end.length);
	return `${html}<body>${main}</body></html>`;
}
