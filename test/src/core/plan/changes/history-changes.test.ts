import { expect, test } from 'vitest';
import { listChanges } from '#core/plan/changes/compare-plans.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../../builders.ts';

const plan = (day: string, ...iids: number[]) =>
	aPlanOfDay({ day, issues: iids.map((iid) => anIssueOfDay({ iid })) });
const days = [
	plan('2026-11-01', 1),
	plan('2026-11-02', 1),
	plan('2026-11-09', 1, 2),
	plan('2026-11-10', 1, 2, 3),
];

test('each day is compared with the one kept before it; a day without a change is left out', () => {
	const changes = listChanges(days, planRules());
	expect(changes).toMatchObject([
		{ since: '2026-11-02', day: '2026-11-09', changes: [{ kind: 'added', issue: { iid: 2 } }] },
		{ since: '2026-11-09', day: '2026-11-10', changes: [{ kind: 'added', issue: { iid: 3 } }] },
	]);
	expect(listChanges(days.toReversed(), planRules())).toEqual(changes);
});

test('one day alone tells of no change: what was before is not known', () => {
	expect(listChanges(days.slice(-1), planRules())).toEqual([]);
	expect(listChanges([], planRules())).toEqual([]);
});
