import { describe, expect, test } from 'vitest';
import { buildPlan, type MilestonePlan, type PlanSource } from '#core/plan/plan.ts';
import { aMilestone, anIssue, aPlanningIssue, planRules } from '../../../builders.ts';

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

describe('the milestone that has ended last', () => {
	const past = aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' });
	const older = aMilestone({ title: '19.7' });

	test('is part of the plan, with what has come of its issues', () => {
		const issues = [
			anIssue({ iid: 1, milestone: '19.8', state: 'closed', weight: 2 }),
			anIssue({ iid: 2, milestone: '19.8' }),
			anIssue({ iid: 3, milestone: '19.7' }),
		];
		const { last } = plan({ milestones: [current, older, past], issues });
		expect(last?.milestone.title).toBe('19.8');
		expect(last?.progress).toEqual({
			count: { closed: 1, total: 2 },
			weight: { closed: 2, total: 2 },
			notWeighed: 1,
		});
	});

	test('is none before the first has ended', () => {
		expect(plan().last).toBeNull();
		const running = { ...past, dueDate: '2027-01-20' };
		expect(plan({ milestones: [running, following[0]!] }).last).toBeNull();
	});
});

describe('the issues that are proposed for a milestone', () => {
	const proposed = (iid: number, parts: Parameters<typeof anIssue>[0] = {}) =>
		anIssue({ iid, labels: ['Candidate::19.10'], ...parts });
	const candidatesOf = (source: Partial<PlanSource>) =>
		plan(source).next[0]!.candidates.map(({ issue }) => issue.iid);

	test('are those with its label, from either list, once each, by reference', () => {
		const both = proposed(5, { milestone: '19.9' });
		const candidates = [proposed(12), both, proposed(3, { labels: ['candidate::19.11'] })];
		expect(candidatesOf({ candidates, issues: [both] })).toEqual([5, 12]);
	});

	test('are no longer proposed once they are in it, and are no planning issues', () => {
		const issues = [proposed(1, { milestone: '19.10' })];
		const planning = aPlanningIssue({ iid: 2, labels: ['Planning Issue', 'candidate::19.10'] });
		expect(candidatesOf({ issues, candidates: [...issues, planning] })).toEqual([]);
	});

	test('carry what their labels say, as planned ones do', () => {
		const labels = ['candidate::19.10', 'Deliverable', 'workflow::blocked'];
		const [candidate] = plan({ candidates: [proposed(1, { labels })] }).next[0]!.candidates;
		expect(candidate).toMatchObject({ commitment: 'deliverable', blocked: true });
	});
});

describe('the section on reliability', () => {
	const issues = [
		anIssue({ iid: 1, milestone: '19.9', labels: ['blocking'] }),
		anIssue({ iid: 2, milestone: '19.9', labels: ['Related', 'Deliverable'] }),
		anIssue({ iid: 3, milestone: '19.9', labels: ['related', 'blocking'] }),
		anIssue({ iid: 4, milestone: '19.10', labels: ['blocking'] }),
		anIssue({ iid: 5, milestone: '19.9', labels: ['not blocking'] }),
	];

	test('has the issues of the milestone by label, in the order of the rules', () => {
		const { title, groups } = plan({ issues }).current!.reliability!;
		expect(title).toBe('Reliability');
		expect(
			groups.map(({ label, meaning, issues: found }) => [
				label,
				meaning,
				found.map(({ issue }) => issue.iid),
			]),
		).toEqual([
			['blocking', 'blocks our work', [1, 3]],
			['related', 'is related to our work', [2, 3]],
		]);
	});

	test('is none, when the rules have none', () => {
		const rules = planRules({ reliability: undefined });
		expect(plan({ issues, rules }).current!.reliability).toBeNull();
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

	test('say whether they are blocked, and in which milestones they were missed', () => {
		const issues = [
			inMilestone({
				iid: 1,
				labels: ['Workflow::Blocked', 'missed:19.10', 'Missed:19.8', 'missed-deliverable'],
			}),
			inMilestone({ iid: 2, labels: ['workflow::in dev', 'missed:', 'missed'] }),
		];
		const none = plan({ issues }).current?.groups.at(-1)?.issues;
		expect(none).toMatchObject([
			{ blocked: true, carried: ['19.8', '19.10'], missedDeliverable: true },
			{ blocked: false, carried: [], missedDeliverable: false },
		]);
	});

	test('are missed nowhere, when the rules have no labels for that', () => {
		const rules = planRules({ missedPrefix: undefined, missedDeliverableLabel: undefined });
		const issues = [inMilestone({ labels: ['missed:19.8', 'missed-deliverable'] })];
		const none = plan({ issues, rules }).current?.groups.at(-1)?.issues;
		expect(none).toMatchObject([{ carried: [], missedDeliverable: false }]);
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
