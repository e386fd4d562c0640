import { describe, expect, test } from 'vitest';
import { checkConsumers } from '#core/inventory/checks/check-consumers.ts';
import { aDeclaredConsumer, aPlace, aProject, aSnapshot, someFacts } from '../../../../builders.ts';

const path = 'example/cli';
const place = aPlace({
	file: 'content/registry/consumers.yaml',
	lines: { path: 3, name: 4, api: 5 },
	line: 3,
});

const answersTo = (consumers: ReturnType<typeof aProject>[]) =>
	checkConsumers(
		{ consumers: [aDeclaredConsumer({ path, place })] },
		aSnapshot({ rows: { consumers } }),
	)[0]!;

describe('a consumer', () => {
	test('that is where the registry says holds, archived or not', () => {
		const { checks } = answersTo([aProject({ path, facts: someFacts({ path, archived: true }) })]);
		expect(checks).toMatchObject([
			{ id: 'path', answer: 'holds' },
			{ id: 'readable', answer: 'holds' },
		]);
	});

	test('that has moved is broken, with the edit of its own file', () => {
		const { checks } = answersTo([aProject({ path, facts: someFacts({ path: 'example/new' }) })]);
		expect(checks[0]).toMatchObject({
			id: 'path',
			answer: 'broken',
			fix: {
				text: 'Replace the path with example/new.',
				edits: [{ file: 'content/registry/consumers.yaml', line: 3, text: '- path: example/new' }],
			},
		});
	});

	test('that strangers do not see is unknown, and so is one that was not pulled', () => {
		const hidden = answersTo([aProject({ path, answer: 'missing-or-private' })]);
		expect(hidden.checks.map(({ answer }) => answer)).toEqual(['unknown', 'unknown']);
		expect(answersTo([]).checks.map(({ answer }) => answer)).toEqual(['unknown', 'unknown']);
	});
});
