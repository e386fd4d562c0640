import { describe, expect, test } from 'vitest';
import { arrangePlan } from '#core/plan/changes/arrange-plan.ts';
import { aPlanOfDay, anIssueOfDay, planRules } from '../../../../builders.ts';

const rules = planRules();
const [first, second] = rules.priorities;

const plan = aPlanOfDay({
	asked: ['19.7', '19.8', '19.9'],
	issues: [
		anIssueOfDay({ iid: 1, labels: [second!.label], weight: 3 }),
		anIssueOfDay({ iid: 2, labels: [first!.label], state: 'closed', weight: 2 }),
		anIssueOfDay({ iid: 3, labels: [first!.label, 'deliverable'] }),
		anIssueOfDay({ iid: 4, labels: ['workflow::blocked', first!.label] }),
		anIssueOfDay({ iid: 5 }),
		anIssueOfDay({ iid: 6, milestone: '19.8' }),
		anIssueOfDay({ iid: 7, milestone: null, labels: ['candidate::19.8'] }),
		anIssueOfDay({ iid: 8, milestone: '20.3' }),
	],
});
const [current, next, empty] = arrangePlan(plan, rules);
const iidsOf = (milestone: typeof current) =>
	milestone!.groups.map(({ priority, issues }) => [
		priority?.name ?? null,
		issues.map(({ issue }) => issue.iid),
	]);

describe('a kept plan', () => {
	test('has the milestones that were asked for, and no issue of others', () => {
		expect(arrangePlan(plan, rules).map(({ title }) => title)).toEqual(['19.7', '19.8', '19.9']);
		expect(iidsOf(next)).toEqual([[null, [6]]]);
		expect(empty!.groups).toEqual([]);
	});

	test('has the highest priority first, and in it deliverables, then what was not closed', () => {
		expect(iidsOf(current)).toEqual([
			['P1', [3, 4, 2]],
			['P2', [1]],
			[null, [5]],
		]);
	});

	test('says which milestone was the current one on that day', () => {
		expect(arrangePlan(plan, rules).map(({ isCurrent }) => isCurrent)).toEqual([
			true,
			false,
			false,
		]);
		const later = { ...plan, day: '2026-12-12' };
		expect(arrangePlan(later, rules).map(({ isCurrent }) => isCurrent)).toEqual([
			false,
			true,
			false,
		]);
	});

	test('counts what was committed, closed and weighed', () => {
		expect(current).toMatchObject({
			committed: 1,
			progress: {
				count: { closed: 1, total: 5 },
				weight: { closed: 2, total: 5 },
				notWeighed: 3,
			},
		});
	});

	test('knows what was blocked', () => {
		const blocked = current!.groups.flatMap(({ issues }) => issues.filter((one) => one.blocked));
		expect(blocked.map(({ issue, workflow }) => [issue.iid, workflow])).toEqual([[4, 'blocked']]);
	});
});
