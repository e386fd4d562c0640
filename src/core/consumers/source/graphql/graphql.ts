import { readApiQueries } from '#core/consumers/source/engine/api-queries.ts';
import type { LanguageRules } from '#core/consumers/source/engine/scanner.ts';
import { findTextTrigger } from '#core/consumers/source/engine/trigger.ts';
import type { SourceUse } from '#model/evidence.ts';

/** Files of queries, from which other code is generated or which it imports. */
export const graphql: LanguageRules = {
	isSource: (path) => /\.(graphql|gql)$/.test(path),
	startScanner(api, checkTime) {
		const fieldsOf = readApiQueries(api);
		const trigger = findTextTrigger(api);
		const found: SourceUse[] = [];
		return {
			add({ path: file, text }) {
				checkTime();
				if (!trigger.test(text)) return;
				const none = { client: null, options: null, condition: null };
				for (const field of fieldsOf({ pieces: [{ text, line: 1, raw: true }], line: 1 })) {
					found.push({ kind: 'graphql', language: 'graphql', file, ...field, ...none });
				}
			},
			finish: () => ({ uses: found, unfollowed: [] }),
		};
	},
};
