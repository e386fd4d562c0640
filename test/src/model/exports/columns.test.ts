import { expect, test } from 'vitest';
import { z } from 'zod';
import { asColumn, describeColumn } from '#model/exports/values.ts';
import { toPublishedSchema } from '#model/exports/file.ts';

const row = z.strictObject({
	webUrl: z.string().nullable().describe('Its page, such as v1.2.3. null: it has none.'),
	weight: z
		.int()
		.describe('Points.')
		.register(asColumn, { meaning: 'Points. Empty: not weighed.' }),
	id: z
		.string()
		.describe('Stays the same. See endpoints.')
		.register(asColumn, { name: 'endpoint' }),
});

test.each([
	{
		key: 'webUrl',
		why: 'the first sentence, and the name in snake_case',
		column: { name: 'web_url', meaning: 'Its page, such as v1.2.3.' },
	},
	{
		key: 'weight',
		why: 'words of its own',
		column: { name: 'weight', meaning: 'Points. Empty: not weighed.' },
	},
	{
		key: 'id',
		why: 'a name of its own',
		column: { name: 'endpoint', meaning: 'Stays the same.' },
	},
] as const)('a column says what the schema says of its field: $why', ({ key, column }) => {
	expect(describeColumn(row, key)).toEqual(column);
});

test('what a field says as a column is not in the published schema', () => {
	const published = JSON.stringify(toPublishedSchema(row, 'row.schema.json'));
	expect(published).toContain('Points.');
	expect(published).not.toMatch(/not weighed|endpoint"/);
});
