import { expect, test } from 'vitest';
import { compareReferences, compareText } from '#model/order.ts';
import { anIssue } from '../../builders.ts';

test('text sorts by code unit, whatever the language of the machine', () => {
	expect(['ä', 'z', 'a', 'Z'].toSorted(compareText)).toEqual(['Z', 'a', 'z', 'ä']);
});

test('references sort by project, then by number', () => {
	const issues = [
		anIssue({ project: 'example/b', iid: 1 }),
		anIssue({ project: 'example/a', iid: 10 }),
		anIssue({ project: 'example/a', iid: 9 }),
	];
	const sorted = issues
		.toSorted(compareReferences)
		.map(({ project, iid }) => `${project}#${String(iid)}`);
	expect(sorted).toEqual(['example/a#9', 'example/a#10', 'example/b#1']);
});
