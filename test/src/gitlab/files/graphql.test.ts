import { expect, test } from 'vitest';
import { z } from 'zod';
import { Graphql } from '#gitlab/files/graphql.ts';

const Data = z.object({ group: z.object({}).nullable() });
const query = { query: 'query { group(fullPath: "tea") { id } }', variables: {} };
const errors = [{ message: 'Request timed out.' }];

test.each([
	{ answer: { data: { group: null } }, parts: { group: null }, whole: { group: null } },
	{ answer: { data: { group: null }, errors: [] }, parts: { group: null }, whole: { group: null } },
	{ answer: { data: { group: null }, errors }, parts: { group: null }, whole: undefined },
	{ answer: { data: null, errors }, parts: undefined, whole: undefined },
	{ answer: { errors }, parts: undefined, whole: undefined },
	{ answer: { message: 'GitLab is in maintenance mode' }, parts: undefined, whole: undefined },
])(
	'of $answer a part may be used: $parts; as a whole: $whole',
	async ({ answer, parts, whole }) => {
		const ask = (isWhole: boolean) =>
			new Graphql({ graphql: () => Promise.resolve(answer) }).ask(
				query,
				Data,
				() => undefined,
				isWhole,
			);
		expect(await ask(false)).toEqual(parts);
		expect(await ask(true)).toEqual(whole);
	},
);
