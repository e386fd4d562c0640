import { describe, expect, test } from 'vitest';
import { buildPlan, type MilestonePlan, type PlanSource } from '#core/plan.ts';
import { aMilestone, anIssue, aPlanningIssue, planRules } from '../../builders.ts';

const current = aMilestone({ title: '19.9', startDate: '2027-01-16', dueDate: '2027-02-12' });
const following = ['19.10', '19.11', '20.0', '20.1'].map((title) =>
	aMilestone({ title, startDate: null, dueDate: null }),
);

function plan(source: Partial<PlanSource> = {}) {
	return buildPlan({
		milestones: [...following, current],
		issues: [],
		candidates: [],
		planningIssues: [],
		rules: planRules(),
		today: '2027-01-20',
		...source,
	});
}

/** What a reader sees: a line for each priority, with the numbers of its issues. */
function iidsByPriority({ groups }: MilestonePlan) {
	return new Map(
		groups.map(({ priority, issues }) => [
			priority?.name ?? 'none',
			issues.map(({ issue }) => issue.iid),
		]),
	);
}

describe('the milestones of the plan', () => {
	test('are the current one and as many next ones as the rules say', () => {
		const { current: now, next } = plan();
		expect(now?.milestone.title).toBe('19.9');
		expect(next.map(({ milestone }) => milestone.title)).toEqual(['19.10', '19.11', '20.0']);
	});

	test('leave out what the pattern leaves out', () => {
		const patch = aMilestone({ ...current, title: '19.8.1' });
		expect(plan({ milestones: [patch, current] }).current?.milestone.title).toBe('19.9');
		expect(plan({ milestones: [patch] })).toEqual({ current: null, next: [], last: null });
	});

	test('carry the days that follow from their dates', () => {
		expect(plan().current?.dates.release).toBe('2027-02-18');
		expect(plan().next[0]?.dates.release).toBeNull();
	});

	test('carry their planning issue, or none', () => {
		const planningIssues = [aPlanningIssue({ iid: 7, milestone: '19.10' })];
		const { current: now, next } = plan({ planningIssues });
		expect(now?.planningIssue).toBeNull();
		expect(next[0]?.planningIssue?.iid).toBe(7);
	});
});

describe('the issues of a milestone', () => {
	const inMilestone = (overrides: Parameters<typeof anIssue>[0]) =>
		anIssue({ milestone: '19.9', ...overrides });

	test('stand by priority in the order of the rules, those without one last', () => {
		const issues = [
			inMilestone({ iid: 1 }),
			inMilestone({ iid: 2, labels: ['Widget::P3'] }),
			inMilestone({ iid: 3, labels: ['Widget::P1', 'Widget::P3'] }),
		];
		expect(iidsByPriority(plan({ issues }).current!)).toEqual(
			new Map([
				['P1', [3]],
				['P2', []],
				['P3', [2]],
				['none', [1]],
			]),
		);
	});

	test('stand within a priority with deliverables first, closed ones last, then by reference', () => {
		const issues = [
			inMilestone({ iid: 4, state: 'closed' }),
			inMilestone({ iid: 11 }),
			inMilestone({ iid: 9 }),
			inMilestone({ iid: 30, state: 'closed', labels: ['deliverable'] }),
			inMilestone({ iid: 31, labels: ['Deliverable'] }),
			inMilestone({ iid: 1, project: 'example/a' }),
		];
		expect(iidsByPriority(plan({ issues }).current!).get('none')).toEqual([31, 30, 1, 9, 11, 4]);
	});

	test('say whether they are committed and where the work is', () => {
		const issues = [
			inMilestone({ iid: 1, labels: ['Deliverable', 'workflow::in dev'] }),
			inMilestone({ iid: 2, labels: ['stretch'] }),
		];
		const none = plan({ issues }).current?.groups.at(-1)?.issues;
		expect(none?.map(({ commitment, workflow }) => [commitment, workflow])).toEqual([
			['deliverable', 'in dev'],
			['stretch', null],
		]);
	});

	test('are those of its title alone, without planning issues, and so is the progress', () => {
		const issues = [
			inMilestone({ iid: 1, state: 'closed', weight: 2 }),
			anIssue({ iid: 2, milestone: '19.10' }),
			anIssue({ iid: 3, milestone: null }),
			aPlanningIssue({ iid: 4, milestone: '19.9' }),
		];
		const now = plan({ issues }).current!;
		expect(iidsByPriority(now).get('none')).toEqual([1]);
		expect(now.progress.count).toEqual({ closed: 1, total: 1 });
	});
});
