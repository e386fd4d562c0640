import type { Api } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { readApiPaths } from './api-paths.ts';
import { readApiQueries } from './api-queries.ts';
import type { SourceText } from './text.ts';

export type TextUse = Pick<SourceUse, 'kind' | 'name' | 'line'>;

/** Starts to find the uses of the API in texts, whatever language they are of. */
export function readApiTexts(api: Api): (texts: readonly SourceText[]) => TextUse[] {
	const paths = readApiPaths(api);
	const queries = readApiQueries(api);
	return (texts) =>
		texts.flatMap((text): TextUse[] => {
			const path = paths.find(text);
			if (path !== undefined) return [{ kind: 'path' as const, name: path, line: text.line }];
			return queries.find(text).map((field) => ({ kind: 'graphql' as const, ...field }));
		});
}
