import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { readApiPaths } from './api-paths.ts';
import { readApiQueries, readApiTags } from './api-queries.ts';
import type { SourceText } from './text.ts';

/** A use, without its file. */
export type FoundUse = Pick<SourceUse, 'kind' | 'client' | 'name' | 'line' | 'options'>;

export const noMethod = { client: null, options: null };

export interface FoundTexts {
	readonly uses: readonly FoundUse[];
	/** Lines of texts that are of the API, and nobody can tell what becomes of them. */
	readonly unfollowed: readonly number[];
}

/** Starts to find the uses of the API in texts, whatever language they are of. */
export function readApiTexts(api: Api): (texts: readonly SourceText[]) => FoundTexts {
	const pathOf = readApiPaths(api);
	const fieldsOf = readApiQueries(api);
	const isTag = readApiTags(api);
	return (texts) => {
		const uses: FoundUse[] = [];
		// What one line says in several ways is one use.
		const seen = new Set<string>();
		const unfollowed: number[] = [];
		for (const text of texts) {
			const { line } = text;
			const path = pathOf(text);
			if (path === null || isTag(text)) unfollowed.push(line);
			else if (path !== undefined) {
				const place = `${String(line)} ${path}`;
				if (!seen.has(place)) uses.push({ kind: 'path', name: path, line, ...noMethod });
				seen.add(place);
			} else {
				const isOfGitLab = text.isNearGitLab === true || text.hasRoot === true;
				for (const field of fieldsOf(text)) {
					// Mutations have names that nothing else has.
					if (!isOfGitLab && !field.name.startsWith('Mutation.')) unfollowed.push(field.line);
					else uses.push({ kind: 'graphql', ...field, ...noMethod });
				}
			}
		}
		return { uses, unfollowed };
	};
}
