import { describe, expect, test } from 'vitest';
import { toPlannedIssue } from '#core/plan/plan.ts';
import {
	compareRows,
	countChips,
	groupPlannedRows,
	toPlannedRow,
	toRecordedRow,
} from '#core/words/issue-rows.ts';
import { anIssue, anIssueOfDay, planRules } from '../../../builders.ts';

const rules = planRules();

function rowOf(overrides: Parameters<typeof anIssue>[0], seenIn: string[] = []) {
	const issue = anIssue(overrides);
	return toPlannedRow(toPlannedIssue(issue, rules, seenIn), issue.webUrl);
}

describe('chips show an issue by what it is', () => {
	test.each([
		{ issue: { healthStatus: 'at_risk' }, is: ['at-risk'], why: 'its health' },
		{ issue: { healthStatus: null }, is: [], why: 'nobody has set its health' },
		{ issue: { healthStatus: 'at_risk', state: 'closed' }, is: ['closed'], why: 'it is past it' },
		{ issue: { labels: ['Deliverable'] }, is: ['committed'], why: 'its label' },
	])('$is: $why', ({ issue, is }) => {
		expect(rowOf({ labels: [], healthStatus: null, state: 'opened', ...issue }).is).toEqual(is);
	});

	test('carried in by kept plans, without a label', () => {
		const row = rowOf({ labels: [], healthStatus: null }, ['19.6']);
		expect(row.is).toEqual(['carried-in']);
		expect(row.notes).toEqual(['carried in from 19.6']);
	});
});

test('commitments come first, the worst first, and what is closed last', () => {
	const rows = [
		rowOf({ iid: 1, labels: [], healthStatus: 'on_track' }),
		rowOf({ iid: 2, labels: ['Deliverable'], state: 'closed' }),
		rowOf({ iid: 3, labels: ['Deliverable'], healthStatus: 'on_track' }),
		rowOf({ iid: 4, labels: [], healthStatus: 'at_risk' }),
		rowOf({ iid: 5, labels: ['Deliverable'], healthStatus: 'at_risk' }),
	];
	const order = rows.toSorted(compareRows).map(({ reference }) => reference.split('#')[1]);
	expect(order).toEqual(['5', '3', '4', '1', '2']);
});

test('what became of an issue, and that it was added later', () => {
	const recorded = {
		issue: anIssueOfDay({ weight: 3 }),
		commitment: 'deliverable',
		isPromised: false,
		outcome: { kind: 'carried', to: '19.8' },
	} as const;
	const row = toRecordedRow(recorded, null);
	expect(row).toMatchObject({
		committed: true,
		weight: 3,
		status: { word: 'Carried to 19.8' },
		notes: ['added later'],
		is: ['committed', 'carried-out'],
	});
	const chips = countChips([row], ['carried-out', false, 'dropped']);
	expect(chips.map(({ name, count }) => [name, count])).toEqual([
		['Carried out', 1],
		['Dropped', 0],
	]);
});

test('a group has all that its priority means, and one without priorities is simply of issues', () => {
	const priority = { name: 'P1', label: 'P1', meaning: 'urgent: ask the lead' };
	const groupsOf = (priorities: (typeof priority)[]) =>
		groupPlannedRows(
			[...priorities, null].map((one) => ({ priority: one, issues: [] })),
			{ priorities },
			() => null,
		).map(({ name, meaning }) => [name, meaning]);
	expect(groupsOf([priority])).toEqual([
		['P1', 'urgent: ask the lead'],
		['Without a priority', ''],
	]);
	expect(groupsOf([])).toEqual([['Issues', '']]);
});
