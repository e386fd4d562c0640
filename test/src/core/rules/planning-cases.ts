import {
	aPlanningIssue,
	aPlanOfDay,
	anIssue,
	anIssueOfDay,
	aRosterRow,
	planRules,
} from '../../../builders.ts';
import type { RuleCase } from './rule-case.ts';

const planningFor = (milestone: string, createdAt: string | null = null) =>
	aPlanningIssue({ iid: Number(milestone.replace('.', '')), milestone, createdAt });
const deliverable = (iid: number, milestone: string) =>
	anIssue({ iid, milestone, labels: ['Deliverable'] });

/** Nobody in the rosters is a pilot. */
const covered = (covers: string[] | undefined) => ({
	rows: {
		team: [
			aRosterRow({ position: 1, role: 'Senior Product Manager, Widget' }),
			aRosterRow({ position: 2, role: 'Product designer' }),
		],
		'planning-issues': [{ ...planningFor('19.7'), ...(covers && { covers }) }],
	},
});

export const planningCases: RuleCase[] = [
	{
		declared: { id: 'planning-issues-ahead' },
		passes: {
			rows: { 'planning-issues': ['19.8', '19.9', '19.10'].map((one) => planningFor(one)) },
		},
		fails: { rows: { 'planning-issues': [planningFor('19.8'), planningFor('19.10')] } },
		says: '1 of 3 milestones has no planning issue.',
		shows: ['19.9'],
		notChecked: { rows: { milestones: [] } },
	},
	{
		// 19.7 was due on 15 October, 19.8 on 12 November; 19.9 is not yet.
		declared: { id: 'planning-issues-in-time' },
		passes: {
			rows: {
				'planning-issues': [
					planningFor('19.7', '2026-10-01T08:00:00Z'),
					planningFor('19.8', '2026-11-12T23:00:00Z'),
				],
			},
		},
		fails: {
			rows: {
				'planning-issues': [
					planningFor('19.7', '2026-10-01T08:00:00Z'),
					planningFor('19.8', '2026-11-13T08:00:00Z'),
				],
			},
		},
		says: '1 of 2 planning issues was opened too late, or not at all.',
		shows: ['19.8'],
		notChecked: { rows: { 'planning-issues': [planningFor('19.7'), planningFor('19.8')] } },
	},
	{
		declared: { id: 'planning-issues-covered', roles: ['Product Manager', 'Designer', 'Pilot'] },
		passes: covered(['Designer', 'Product Manager']),
		fails: covered(['Product Manager']),
		says: '1 of 1 planning issue lacks a role.',
		shows: ['19.7: no Designer'],
		notChecked: covered(undefined),
	},
	{
		declared: { id: 'candidates-have-priority' },
		passes: { rows: { candidates: [anIssue({ labels: ['candidate::19.8', 'Widget::P2'] })] } },
		fails: {
			rows: {
				candidates: [
					anIssue({ iid: 1, labels: ['candidate::19.8', 'Widget::P2'] }),
					anIssue({ iid: 2, labels: ['candidate::19.9'] }),
				],
			},
		},
		says: '1 of 2 candidates has no priority.',
		shows: ['example/tools/widget#2 Teach the widget to wait'],
		notChecked: { rows: { candidates: [anIssue({ labels: ['Widget::P2'] })] } },
	},
	{
		declared: { id: 'candidates-match-milestone' },
		passes: { rows: { issues: [anIssue({ milestone: '19.8', labels: ['candidate::19.8'] })] } },
		fails: { rows: { issues: [anIssue({ milestone: '19.7', labels: ['candidate::19.8'] })] } },
		says: "1 of 1 candidate label names another milestone than the issue's.",
		shows: ['example/tools/widget#1 Teach the widget to wait'],
		notChecked: { rows: { issues: [anIssue({ milestone: '19.7' })] } },
	},
	{
		declared: { id: 'top-priority-present' },
		passes: { rows: { issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1'] })] } },
		fails: { rows: { issues: [anIssue({ milestone: '19.7', labels: ['Widget::P2'] })] } },
		says: 'None of the issues in 19.7 has it.',
		notChecked: { rows: { issues: [anIssue({ milestone: '19.8', labels: ['Widget::P1'] })] } },
	},
	{
		declared: { id: 'one-priority' },
		passes: { rows: { issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1'] })] } },
		fails: {
			rows: { issues: [anIssue({ milestone: '19.7', labels: ['Widget::P1', 'Widget::P3'] })] },
		},
		says: '1 of 1 issue has more than one priority.',
		shows: ['example/tools/widget#1 Teach the widget to wait'],
		notChecked: { rows: { issues: [anIssue({ milestone: '19.7' })] } },
	},
	{
		declared: { id: 'scope-final-in-time' },
		// What 19.6 left behind came with its cleanup, and nobody has changed the scope by that.
		passes: {
			rows: { issues: [deliverable(1, '19.7'), deliverable(2, '19.7')] },
			plans: [
				aPlanOfDay({
					day: '2026-11-09',
					asked: ['19.6', '19.7'],
					issues: [
						anIssueOfDay({ iid: 1, milestone: '19.7', labels: ['Deliverable'] }),
						anIssueOfDay({ iid: 2, milestone: '19.6', labels: ['Deliverable'] }),
					],
				}),
			],
		},
		fails: {
			rows: {
				issues: [
					deliverable(1, '19.7'),
					deliverable(2, '19.7'),
					anIssue({ iid: 3, milestone: '19.7' }),
				],
			},
			plans: [
				aPlanOfDay({
					day: '2026-11-11',
					asked: ['19.7'],
					issues: [
						anIssueOfDay({ iid: 1, milestone: '19.7', labels: ['Deliverable'] }),
						anIssueOfDay({ iid: 3, milestone: '19.7', labels: ['Deliverable'] }),
					],
				}),
			],
		},
		says: '2 commitments of 19.7 came or went since 11 November 2026; the plan of 19.7 was final on 11 November 2026.',
		shows: [
			'example/tools/widget#2 Teach the widget to wait',
			'example/tools/widget#3 Teach the widget to wait',
		],
		notChecked: {
			rows: { issues: [deliverable(1, '19.7')] },
			plans: [aPlanOfDay({ day: '2026-11-12', asked: ['19.7'] })],
		},
	},
	{
		declared: { id: 'commitments-near' },
		passes: { rows: { issues: [deliverable(1, '19.8'), anIssue({ iid: 2, milestone: '19.9' })] } },
		fails: { rows: { issues: [deliverable(1, '19.9'), anIssue({ iid: 2, milestone: '19.9' })] } },
		says: '1 of 2 issues beyond the next milestone is committed already.',
		shows: ['example/tools/widget#1 Teach the widget to wait'],
		notChecked: { rows: { issues: [deliverable(1, '19.8')] } },
	},
	{
		declared: { id: 'removals-announced' },
		passes: {},
		fails: { registry: { plan: planRules({ lastMinor: 3 }) } },
		says: '1 of 1 removal was announced later.',
		shows: ['Crank a car: announced in 19.2, to be removed in 20.0'],
		notChecked: { registry: { plan: planRules({ lastMinor: undefined }) } },
	},
	{
		// Between 19.2 and 20.0 there are six milestones when 19.7 is the last one.
		declared: { id: 'removals-announced-early' },
		passes: {},
		fails: { registry: { plan: planRules({ lastMinor: 4 }) } },
		says: '1 of 1 removal was announced later.',
		shows: ['Crank a car: announced in 19.2, to be removed in 20.0'],
		notChecked: { registry: { plan: planRules({ lastMinor: undefined }) } },
	},
];
