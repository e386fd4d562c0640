import {
	aDeclaredProject,
	aMilestone,
	anIssue,
	anIssueOfDay,
	aPlanOfDay,
	aProject,
	planRules,
	someFacts,
} from '../../../builders.ts';
import { milestones, type Given, type RuleCase } from './rule-case.ts';

const named = ['example/tools/widget#1 Teach the widget to wait'];
const sixAndSeven = [
	{ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13', state: 'active' },
	{ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11', state: 'active' },
];
const on = (day: string, milestone: string, labels: string[]) =>
	aPlanOfDay({
		day,
		asked: ['19.6', '19.7'],
		milestones: sixAndSeven,
		issues: [anIssueOfDay({ milestone, labels })],
	});
const moved = (labelsAfter: string[], day = '2026-11-14'): Given => ({
	plans: [on('2026-11-09', '19.6', ['Deliverable']), on(day, '19.7', labelsAfter)],
	rows: { issues: [anIssue({ milestone: '19.7', labels: labelsAfter })] },
});
const released = (tag: string, releasedAt: string): Given => ({
	registry: { projects: [aDeclaredProject()] },
	rows: {
		projects: [
			aProject({
				facts: someFacts({
					latestVersion: { kind: 'release', tag, releasedAt },
					releaseDates: [releasedAt],
				}),
			}),
		],
	},
});

const withEpic = (createdOn: string | undefined): Given => ({
	registry: {
		plan: planRules({ nextMajorEpic: { group: 'example', title: 'Removals', monthsAfter: 1 } }),
	},
	rows: {
		named: createdOn
			? [
					{
						kind: 'epic',
						place: 'example',
						name: 'Removals',
						majors: [{ major: 20, createdOn, webUrl: null }],
					},
				]
			: [],
	},
});

export const milestoneCases: RuleCase[] = [
	{
		declared: { id: 'missed-labelled' },
		passes: moved(['missed:19.6']),
		fails: moved(['missed:19.5']),
		says: '1 of 1 issue that moved on lacks the label.',
		shows: named,
		// Who re-plans before the cutoff leaves nothing behind.
		notChecked: moved([], '2026-11-13'),
	},
	{
		declared: { id: 'missed-commitments-labelled' },
		passes: moved(['missed:19.6', 'missed-deliverable']),
		fails: moved(['missed:19.6']),
		says: '1 of 1 commitment that moved on lacks the label.',
		shows: named,
		notChecked: { plans: [on('2026-11-09', '19.6', []), on('2026-11-14', '19.7', [])] },
	},
	{
		declared: { id: 'expired-milestones-closed', days: 90 },
		passes: {
			rows: { milestones: [aMilestone({ title: '19.3', dueDate: '2026-08-14', state: 'closed' })] },
		},
		fails: {
			rows: { milestones: [aMilestone({ title: '19.3', dueDate: '2026-08-14', state: 'active' })] },
		},
		says: '1 of 1 old milestone is still open.',
		shows: ['19.3'],
		notChecked: {},
	},
	{
		declared: { id: 'expired-milestone-empty', days: 7 },
		passes: { rows: { issues: [anIssue({ milestone: '19.6', state: 'closed' })] } },
		fails: { rows: { issues: [anIssue({ milestone: '19.6' })] } },
		says: '1 issue of 19.6 is still open.',
		shows: named,
		notChecked: { rows: { milestones: milestones.slice(1) } },
	},
	{
		declared: { id: 'milestones-ahead', count: 3 },
		passes: {},
		fails: { rows: { milestones: milestones.slice(0, 3) } },
		says: 'GitLab has 1 milestone with dates after 19.7.',
		notChecked: { rows: { milestones: [] } },
	},
	{
		declared: { id: 'milestone-days' },
		passes: {},
		fails: {
			rows: {
				milestones: [
					...milestones,
					aMilestone({ title: '19.11', startDate: '2027-03-14', dueDate: '2027-04-09' }),
				],
			},
		},
		says: '1 of 6 milestones starts or ends on another day.',
		shows: ['19.11'],
		notChecked: { rows: { milestones: [aMilestone({ startDate: null })] } },
	},
	{
		// 19.0 was released on 21 May.
		declared: { id: 'next-major-planned' },
		passes: withEpic('2026-06-21'),
		fails: withEpic('2026-06-22'),
		says: 'The epic for 20.0 was created on 22 June 2026, but was due on 21 June 2026.',
		shows: ['Epic for 20.0'],
		notChecked: withEpic(undefined),
	},
	{
		// 19.6 was due on 19 November.
		declared: { id: 'release-in-time', project: 'example/tools/widget', days: 1 },
		passes: released('v19.6.0', '2026-11-20T10:00:00Z'),
		fails: released('v19.6.0', '2026-11-22T10:00:00Z'),
		says: '19.6 was due on 19 November 2026 and released on 22 November 2026.',
		notChecked: { registry: { projects: [aDeclaredProject()] }, rows: {} },
	},
];
