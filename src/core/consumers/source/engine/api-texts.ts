import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { readApiPaths } from './api-paths.ts';
import { readApiQueries } from './api-queries.ts';
import type { SourceText } from './text.ts';

/** A use, without its file. */
export type FoundUse = Pick<SourceUse, 'kind' | 'client' | 'name' | 'line' | 'options'>;

const noMethod = { client: null, options: null };

/** Starts to find the uses of the API in texts, whatever language they are of. */
export function readApiTexts(api: Api): (texts: readonly SourceText[]) => FoundUse[] {
	const pathOf = readApiPaths(api);
	const fieldsOf = readApiQueries(api);
	return (texts) =>
		texts.flatMap((text): FoundUse[] => {
			const path = pathOf(text);
			if (path !== undefined) return [{ kind: 'path', name: path, line: text.line, ...noMethod }];
			return fieldsOf(text).map((field) => ({ kind: 'graphql', ...field, ...noMethod }));
		});
}
