/** What is used of the search that Pagefind writes beside the rendered pages. */
export interface Pagefind {
	options: (options: { baseUrl: string }) => Promise<void>;
	/** `null`: a later search has overtaken this one, within so many milliseconds or later. */
	debouncedSearch: (
		words: string,
		options: object,
		waitMs: number,
	) => Promise<{ results: readonly PagefindResult[] } | null>;
}

export interface PagefindResult {
	data: () => Promise<FoundPage>;
}

export interface FoundPage {
	url: string;
	meta: { title: string };
	/** What has the words, from heading to heading: the first is that of the page. */
	sub_results: readonly FoundPart[];
}

export interface FoundPart {
	title: string;
	url: string;
	/** HTML: text with its entities, and `<mark>` around the words that were found. */
	excerpt: string;
	weighted_locations: readonly { balanced_score: number }[];
}

/**
 * Loads the search of this site.
 *
 * @param base The path under which the site is served, with a slash at the end or without.
 * @throws when it cannot be loaded: in development there is none, since it is made from the rendered pages.
 */
export async function loadPagefind(base: string): Promise<Pagefind> {
	const address = `${base.replace(/\/$/, '')}/pagefind/pagefind.js`;
	const pagefind: unknown = await import(/* @vite-ignore */ address);
	if (!isPagefind(pagefind)) throw new TypeError(`${address} is not Pagefind.`);
	await pagefind.options({ baseUrl: base });
	return pagefind;
}

function isPagefind(value: unknown): value is Pagefind {
	return (
		typeof value === 'object' && value !== null && 'options' in value && 'debouncedSearch' in value
	);
}
