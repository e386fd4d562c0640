import { withoutSlash } from '#core/base/paths.ts';
import { searchRowsFile, type SearchRows } from '#core/publish/search/search-rows.ts';

/**
 * Loads what the search knows by name.
 *
 * @param base The path under which the site is served, with a slash at the end or without.
 * @throws when it cannot be loaded.
 */
export async function loadRows(base: string): Promise<SearchRows> {
	const address = withoutSlash(base) + searchRowsFile;
	const answer = await globalThis.fetch(address);
	const rows: unknown = await answer.json();
	if (!areRows(rows)) throw new TypeError(`${address} has no rows.`);
	return rows;
}

function areRows(value: unknown): value is SearchRows {
	return typeof value === 'object' && value !== null && 'rows' in value && 'synonyms' in value;
}
