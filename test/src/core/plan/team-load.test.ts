import { describe, expect, test } from 'vitest';
import type { ChangesOfDay } from '#core/plan/changes/change.ts';
import { buildPlan } from '#core/plan/plan.ts';
import { measureTeamLoad } from '#core/plan/team-load.ts';
import { planIssuesUrl } from '#core/words/plan-links.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { aMilestone, anIssue, anIssueOfDay, aSite, planRules } from '../../../builders.ts';

const milestone = aMilestone({ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11' });
const issueOf = (iid: number, change: Parameters<typeof anIssue>[0] = {}) =>
	anIssue({ iid, milestone: '19.7', ...change });
const issues = [
	issueOf(1, { labels: ['Widget::P1'], healthStatus: 'at_risk' }),
	issueOf(2, { labels: ['Widget::P1'], state: 'closed', healthStatus: 'at_risk' }),
	issueOf(3, { labels: ['Widget::P2'] }),
	issueOf(4),
	issueOf(5, { milestone: '19.8' }),
];

function loadOf(rules: PlanRules, days: string[] = [], changes: ChangesOfDay[] = []) {
	const { current } = buildPlan({
		milestones: [milestone, aMilestone({ title: '19.8', startDate: null, dueDate: null })],
		issues,
		candidates: [],
		planningIssues: [],
		rules,
		today: '2026-11-23',
	});
	return measureTeamLoad(current!, days, changes);
}

test('what is open, urgent and at risk is of open issues of the current milestone alone', () => {
	expect(loadOf(planRules())).toEqual({
		milestone: '19.7',
		open: 3,
		closed: 1,
		urgent: { name: 'P1', label: 'Widget::P1', count: 1 },
		atRisk: 1,
		added: null,
	});
});

test('a team without priorities has nothing urgent', () => {
	expect(loadOf(planRules({ priorities: [] })).urgent).toBeNull();
});

describe('what was added', () => {
	const issue = anIssueOfDay();
	const day = (since: string, ...kinds: ChangesOfDay['changes']): ChangesOfDay => ({
		day: '2026-11-23',
		since,
		changes: kinds,
	});
	const changes = [
		day('2026-11-07', { issue, kind: 'added', milestone: '19.7' }),
		day(
			'2026-11-14',
			{ issue, kind: 'added', milestone: '19.7' },
			{ issue, kind: 'added', milestone: '19.8' },
			{ issue, kind: 'carried', from: '19.6', to: '19.7' },
			{ issue, kind: 'carried', from: '19.7', to: '19.8' },
		),
		day('2026-11-16', { issue, kind: 'brought-forward', from: '19.8', to: '19.7' }),
	];

	test('is counted from the plan with which the milestone began', () => {
		const days = ['2026-11-07', '2026-11-14', '2026-11-16', '2026-11-23'];
		expect(loadOf(planRules(), days, changes).added).toEqual({ count: 3, since: '2026-11-14' });
	});

	test('is counted from the first kept plan when that is later', () => {
		const later = changes.slice(-1);
		expect(loadOf(planRules(), ['2026-11-16', '2026-11-23'], later).added).toEqual({
			count: 1,
			since: '2026-11-16',
		});
	});
});

test.each([
	{ groupLabels: ['group::widget'], query: 'label_name[]=group::widget' },
	{
		groupLabels: ['group::widget', 'group::gear'],
		query: 'or[label_name][]=group::widget&or[label_name][]=group::gear',
	},
])('issues with one of $groupLabels are listed on GitLab', ({ groupLabels, query }) => {
	const rules = { ...planRules(), groupLabels };
	const url = planIssuesUrl(aSite(), rules, { milestone: '19.7', state: 'opened', label: 'P1' });
	expect(decodeURIComponent(url)).toBe(
		`https://gitlab.example.com/groups/example/-/issues?state=opened&milestone_title=19.7&${query}&label_name[]=P1`,
	);
});
