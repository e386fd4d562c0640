/** What the search knows by name: rows of the data, and pages and terms of the handbook. */
import type { APIRoute } from 'astro';
import { getCollection, render } from 'astro:content';
import { readSearchRows } from '#blocks/read/search-rows.ts';
import { setApostrophes } from '#core/base/apostrophes.ts';
import type { SearchRow } from '#core/publish/search/search-rows.ts';
import { findTerms } from '#core/publish/search/terms.ts';
import { href } from '#href.ts';

export const GET: APIRoute = async () => {
	const { rows, synonyms } = await readSearchRows();
	const found = { rows: [...rows, ...(await findPages())], synonyms };
	return new Response(`${JSON.stringify(found)}\n`, {
		headers: { 'Content-Type': 'application/json; charset=utf-8' },
	});
};

async function findPages(): Promise<SearchRow[]> {
	const pages = await getCollection('docs', ({ id, data }) => {
		const isShown = !(import.meta.env.PROD && data.draft);
		return isShown && data.pagefind && id !== '404';
	});
	const found = await Promise.all(
		pages.map(async (page): Promise<SearchRow[]> => {
			const { id, data, body = '' } = page;
			const url = href(id === 'index' ? '/' : `/${id}/`);
			const title = setApostrophes(data.title);
			const state = setApostrophes(data.description);
			const label = data.sidebar.label ?? title;
			const terms = findTerms(body);
			const { headings } = terms.length > 0 ? await render(page) : { headings: [] };
			return [
				{ kind: 'Page', title, url, state, names: label === title ? [] : [label] },
				...terms.flatMap(({ term, meaning }): SearchRow[] => {
					const heading = headings.find(({ text }) => text === term);
					if (!heading) return [];
					const names = term.split(/, */).filter((name) => name !== term);
					return [
						{ kind: 'Term', title: term, url: `${url}#${heading.slug}`, state: meaning, names },
					];
				}),
			];
		}),
	);
	return found.flat();
}
