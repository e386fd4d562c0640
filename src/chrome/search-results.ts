import { withoutSlash } from '#core/base/paths.ts';
import {
	findRows,
	searchRowsFile,
	type SearchRow,
	type SearchRows,
} from '#core/publish/search/search-rows.ts';
import { toTellingWords, withSynonyms } from '#core/publish/search/telling-words.ts';
import { loadPagefind, type FoundPage, type FoundPart, type Pagefind } from './pagefind.ts';

const mostResults = 10;
/** Below what has the words as its name, pages that have them in their text have room. */
const mostRows = 6;

/** What the dialog of the search does: it is loaded when that first opens. The parts are in Search.astro. */
export class SearchResults {
	#root: HTMLElement;
	#pagefind: Promise<Pagefind> | undefined;
	#rows: Promise<SearchRows> | undefined;

	constructor(root: HTMLElement, dialog: HTMLDialogElement, input: HTMLInputElement) {
		this.#root = root;
		const search = () => void this.#search(input.value.trim());
		input.addEventListener('input', search);
		input.addEventListener('keydown', (event) => {
			if (event.key !== 'Escape') return;
			// In a field with words, browsers clear the field first; one Escape shall do.
			event.preventDefault();
			dialog.close();
		});
		root.querySelector('form')?.addEventListener('submit', (event) => {
			// Return in the field means "search", which typing has done; the button closes.
			if (event.submitter?.matches(':focus') !== true) event.preventDefault();
		});
		dialog.addEventListener('keydown', (event) => {
			if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
			event.preventDefault();
			moveFocus(dialog, event.key === 'ArrowDown' ? 1 : -1);
		});
		// What was typed before this was there.
		search();
	}

	/** Loads all that is searched in, and tries again after a failure: the reader may have been offline. */
	load(): Promise<[SearchRows, Pagefind]> {
		const base = this.#root.dataset.base ?? '/';
		this.#rows ??= loadRows(base);
		this.#pagefind ??= loadPagefind(base);
		return Promise.all([this.#rows, this.#pagefind]).catch((cause: unknown) => {
			this.#rows = undefined;
			this.#pagefind = undefined;
			this.#say('Search couldn’t be loaded. Try again later, or on the published site.');
			throw cause;
		});
	}

	async #search(words: string): Promise<void> {
		if (words === '') {
			this.#show([]);
			this.#say('');
			return;
		}
		const found = await this.load()
			.then(async ([rows, pagefind]) => {
				const texts = await searchTexts(pagefind, words, rows);
				return texts && { rows: findRows(rows, words, mostRows), ...texts };
			})
			.catch(() => null);
		if (found === null) return;
		const { rows, results, without } = found;
		const pages = await Promise.all(results.slice(0, mostResults).map((result) => result.data()));
		const parts = pages.flatMap(findBestPart);
		// A page is shown by its part that answers, where that is not its beginning.
		const first = rows.map(
			(row) => parts.find(({ url }) => row.kind === 'Page' && url.startsWith(`${row.url}#`)) ?? row,
		);
		const named = new Set(first.map(({ url }) => url));
		const others = parts.filter(({ url }) => !named.has(url));
		this.#show([...first, ...others].slice(0, mostResults).map(toItem));
		const lacking = without && `${rows.length > 0 ? 'some ' : ''}without “${without}”`;
		const count = rows.length + results.length - pages.length + others.length;
		this.#say(describeResults(count, words, lacking));
	}

	#show(items: readonly HTMLLIElement[]): void {
		this.#root.querySelector('ol')?.replaceChildren(...items);
	}

	#say(text: string): void {
		const status = this.#root.querySelector('[role="status"]');
		if (status) status.textContent = text;
	}
}

/** What the search knows by name. */
async function loadRows(base: string): Promise<SearchRows> {
	const answer = await globalThis.fetch(withoutSlash(base) + searchRowsFile);
	const rows: unknown = await answer.json();
	if (!areRows(rows)) throw new TypeError(`${searchRowsFile} has no rows.`);
	return rows;
}

function areRows(value: unknown): value is SearchRows {
	return typeof value === 'object' && value !== null && 'rows' in value && 'synonyms' in value;
}

/**
 * Of words that no text has together, what the registry says that they mean, and then all but one,
 * which is `without`. `null`: a later search is under way.
 */
async function searchTexts(pagefind: Pagefind, words: string, { synonyms }: SearchRows) {
	const asked = toTellingWords(words);
	const each = asked.split(' ');
	const fewer = each.map((without, left) => ({ some: each.toSpliced(left, 1).join(' '), without }));
	const meant = withSynonyms(asked, synonyms);
	const tried = [
		{ some: asked },
		...(meant === asked ? [] : [{ some: meant }]),
		...(each.length > 2 ? fewer.toReversed() : []),
	];
	for (const { some, ...one } of tried) {
		const found = await pagefind.debouncedSearch(some, {}, some === asked ? 300 : 0);
		if (found === null || found.results.length > 0) return found && { ...found, ...one };
	}
	return { results: [] };
}

/** From the field to the results and back, as the arrow keys do in lists of results elsewhere. */
function moveFocus(dialog: HTMLDialogElement, step: 1 | -1): void {
	const stops = [...dialog.querySelectorAll<HTMLElement>('input, li a')];
	stops[stops.findIndex((stop) => stop === document.activeElement) + step]?.focus();
}

function describeResults(count: number, words: string, lacking?: string): string {
	if (count === 0) return `Nothing found for “${words}”. Try fewer or other words.`;
	const results = `${String(count)} ${count === 1 ? 'result' : 'results'} found for “${words}”`;
	const found = `${[results, lacking].filter(Boolean).join(', ')}.`;
	return count > mostResults ? `${found} These are the best ${String(mostResults)}.` : found;
}

/** The part of a page that has the words best: the answer may be screens below the title. */
function findBestPart({ meta, sub_results }: FoundPage): (FoundPart & { page: string })[] {
	const scoreOf = ({ weighted_locations }: FoundPart) =>
		weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
	const [best] = sub_results.toSorted((a, b) => scoreOf(b) - scoreOf(a));
	return best ? [{ ...best, url: best.url.replace('#_top', ''), page: meta.title }] : [];
}

function toItem(found: SearchRow | (FoundPart & { page: string })): HTMLLIElement {
	const isRow = 'kind' in found;
	const link = document.createElement('a');
	link.href = found.url;
	link.textContent = isRow ? found.title : found.page;
	const said = document.createElement('small');
	if (isRow) said.textContent = found.kind;
	else if (found.title !== found.page) said.textContent = found.title;
	const text = document.createElement('p');
	text.append(...(isRow ? [found.state] : toMarkedText(found.excerpt)));
	const item = document.createElement('li');
	item.append(link, ' ', said, text);
	return item;
}

/** Of the excerpt's HTML, only its text and its marks reach the page. */
function toMarkedText(html: string): Node[] {
	const parsed = new DOMParser().parseFromString(html, 'text/html').body.childNodes;
	return [...parsed].map((node) => {
		const part = document.createElement(node.nodeName === 'MARK' ? 'mark' : 'span');
		part.textContent = node.textContent;
		return part;
	});
}
