import { expect, test } from 'vitest';
import { burnUp } from '#core/plan/changes/burn-up.ts';
import { anIssueOfDay, aPlanOfDay } from '../../../../builders.ts';

const issues = [
	anIssueOfDay({ iid: 1, state: 'closed', weight: 3 }),
	anIssueOfDay({ iid: 2, weight: 0 }),
	anIssueOfDay({ iid: 3 }),
	anIssueOfDay({ iid: 4, milestone: '19.8', weight: 8 }),
	anIssueOfDay({ iid: 5, milestone: null, weight: 8 }),
];

test('has a day for each plan that asked for the milestone, with what is closed and not weighed', () => {
	const days = [
		aPlanOfDay({ day: '2026-11-23', issues }),
		aPlanOfDay({ day: '2026-11-16', issues: issues.slice(2) }),
		aPlanOfDay({ day: '2026-10-26', asked: ['19.6'] }),
	];
	expect(burnUp('19.7', days)).toEqual([
		{ day: '2026-11-16', total: 1, closed: 0, weight: { total: 0, closed: 0 }, notWeighed: 1 },
		{ day: '2026-11-23', total: 3, closed: 1, weight: { total: 3, closed: 3 }, notWeighed: 1 },
	]);
});

test('a milestone that was asked for and is empty is a day, one that was not is none', () => {
	expect(burnUp('19.8', [aPlanOfDay()])).toHaveLength(1);
	expect(burnUp('20.0', [aPlanOfDay()])).toEqual([]);
});
