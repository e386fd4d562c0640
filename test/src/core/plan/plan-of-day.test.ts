import { describe, expect, test } from 'vitest';
import { toPlanOfDay } from '#core/plan/plan-of-day.ts';
import { PlanOfDay } from '#model/history.ts';
import { aMilestone, anIssue, aPlanningIssue, aSnapshot, planRules } from '../../../builders.ts';

const rules = planRules({ nextMilestones: 1 });
const { about } = aSnapshot();
const milestones = [
	aMilestone({ title: '19.10', startDate: null, dueDate: null }),
	aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' }),
	aMilestone({ title: '19.7' }),
	aMilestone({ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13', state: 'closed' }),
	aMilestone({ title: '19.5', startDate: '2026-09-12', dueDate: '2026-10-09' }),
	aMilestone({ title: 'Backlog', startDate: null, dueDate: null }),
];

type Lists = Partial<Parameters<typeof toPlanOfDay>[1]>;
const planOf = (lists: Lists) =>
	toPlanOfDay(
		about,
		{ milestones, issues: [], 'former-issues': [], candidates: [], ...lists },
		rules,
	);
const referencesOf = ({ issues }: PlanOfDay) =>
	issues.map(({ project, iid }) => `${project}#${String(iid)}`);

test('is valid, of the day of the pull, with where it is from', () => {
	const plan = planOf({});
	expect(PlanOfDay.parse(plan)).toEqual(plan);
	expect(plan).toMatchObject({ day: '2026-11-23', source: about.source, sample: false });
	const sample = aSnapshot({ about: { sample: true } }).about;
	expect(
		toPlanOfDay(sample, { milestones, issues: [], 'former-issues': [], candidates: [] }, rules)
			.sample,
	).toBe(true);
});

test('has the milestones of the plan by number, and those whose issues were asked for', () => {
	const plan = planOf({});
	expect(plan.milestones.map(({ title }) => title)).toEqual([
		'19.5',
		'19.6',
		'19.7',
		'19.8',
		'19.10',
	]);
	expect(plan.asked).toEqual(['19.6', '19.7', '19.8']);
	expect(plan.milestones[1]).toEqual({
		title: '19.6',
		startDate: '2026-10-10',
		dueDate: '2026-11-13',
		state: 'closed',
	});
});

describe('has of the issues', () => {
	test('those of asked milestones and the candidates, once each, by reference', () => {
		const planned = anIssue({ iid: 10, milestone: '19.7', weight: 2 });
		const issues = [
			planned,
			anIssue({ iid: 9, milestone: '19.6' }),
			anIssue({ iid: 8, milestone: '19.10' }),
			anIssue({ iid: 7, milestone: null }),
		];
		const candidates = [
			anIssue({ project: 'example/a', iid: 11, milestone: null }),
			anIssue({ iid: 12, milestone: '20.3' }),
			{ ...planned, weight: 1 },
		];
		const plan = planOf({ issues, candidates });
		const widget = 'example/tools/widget';
		expect(referencesOf(plan)).toEqual([
			'example/a#11',
			`${widget}#9`,
			`${widget}#10`,
			`${widget}#12`,
		]);
		expect(plan.issues[2]!.weight).toBe(2);
	});

	test('those that have left the plan, where they are now', () => {
		const left = (iid: number, milestone: string | null, label = 'group::widget') => ({
			...anIssue({ iid, milestone, labels: [label] }),
			formerMilestone: '19.7',
		});
		const plan = planOf({
			'former-issues': [left(3, null), left(4, '20.3'), left(5, '19.7', 'group::other')],
		});
		expect(plan.issues.map(({ iid, milestone }) => ({ iid, milestone }))).toEqual([
			{ iid: 3, milestone: null },
			{ iid: 4, milestone: '20.3' },
			{ iid: 5, milestone: null },
		]);
	});

	test('no planning issue: it is no work', () => {
		const issues = [aPlanningIssue({ milestone: '19.7' })];
		expect(planOf({ issues, candidates: issues }).issues).toEqual([]);
	});

	test('the labels of which the rules speak, sorted, as GitLab spells them, and no others', () => {
		const labels = [
			'workflow::In dev',
			'workflow::blocked',
			'widget::p1',
			'type::bug',
			'related',
			'priority::1',
			'missed:19.6',
			'missed-deliverable',
			'group::widget',
			'deliverable',
			'candidate::19.8',
		];
		const issues = [anIssue({ milestone: '19.7', labels })];
		expect(planOf({ issues }).issues[0]!.labels).toEqual([
			'candidate::19.8',
			'deliverable',
			'missed-deliverable',
			'missed:19.6',
			'related',
			'widget::p1',
			'workflow::In dev',
			'workflow::blocked',
		]);
	});

	test('neither address nor due date', () => {
		const issues = [anIssue({ milestone: '19.7', dueDate: '2026-12-01' })];
		const [kept] = planOf({ issues }).issues;
		expect(Object.keys(kept!)).not.toContain('webUrl');
		expect(Object.keys(kept!)).not.toContain('dueDate');
	});
});

test('is the same whatever the order of the lists', () => {
	const issues = [3, 1, 2].map((iid) => anIssue({ iid, milestone: '19.7', labels: ['b', 'a'] }));
	const turned = { milestones: milestones.toReversed(), issues: issues.toReversed() };
	expect(planOf(turned)).toEqual(planOf({ issues }));
});
