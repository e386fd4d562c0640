/**
 * A plan on 23 November 2026 and on three kept days before it. 19.7 began on the 14th. By the 23rd
 * one of its issues is done, one was added, one was carried to 19.8, in which nothing is weighed.
 */
import { addDays } from '#core/base/dates.ts';
import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import type { Snapshot } from '#model/snapshot.ts';
import {
	aMilestone,
	anIssue,
	anIssueOfDay,
	aPlanOfDay,
	aSnapshot,
	pulledAt,
	source,
} from '../builders.ts';
import { registry } from './drifting.ts';

const { plan: rules } = registry;
const [p1, p2] = rules.priorities.map(({ label }) => label);
const committed = rules.deliverableLabel!;
const blocked = rules.blockedLabels[0]!;

/** A milestone of which only a kept day knows. Its title tries to be HTML, and a folder above. */
export const forgotten = '<b>../x y';
const today = pulledAt.slice(0, 'YYYY-MM-DD'.length);

const milestones = [
	aMilestone({ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13' }),
	aMilestone({ title: '19.7', webUrl: `${source}/-/milestones/7` }),
	aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' }),
	aMilestone({ title: '19.9', startDate: null, dueDate: null }),
	aMilestone({ title: '19.10', startDate: null, dueDate: null }),
	aMilestone({ title: '19.11', startDate: null, dueDate: null }),
];

export const snapshot: Snapshot = aSnapshot({
	rows: {
		milestones,
		issues: [
			anIssue({
				iid: 1,
				title: 'Carried into it',
				milestone: '19.7',
				labels: [committed, blocked, 'blocking', 'missed-deliverable', 'missed:19.6', p1!],
				weight: 3,
				healthStatus: 'at_risk',
			}),
			anIssue({ iid: 2, milestone: '19.6', state: 'closed', weight: 2 }),
			anIssue({
				iid: 3,
				title: 'Done',
				milestone: '19.7',
				labels: [committed, p2!],
				weight: 5,
				state: 'closed',
			}),
			anIssue({ iid: 4, title: 'Carried out of it', milestone: '19.8', labels: ['missed:19.7'] }),
			anIssue({ iid: 5, title: 'Added', milestone: '19.7', weight: 1, healthStatus: 'on_track' }),
		],
		candidates: [
			anIssue({ iid: 7, title: 'Proposed', labels: [`${rules.candidateScope!}::19.8`] }),
		],
	},
});

const one = (overrides: Partial<IssueOfDay>) =>
	anIssueOfDay({ iid: 1, title: 'Carried into it', weight: 3, labels: [committed], ...overrides });
const two = (overrides: Partial<IssueOfDay>) =>
	anIssueOfDay({ iid: 2, title: 'Done before', milestone: '19.6', weight: 2, ...overrides });
const three = (overrides: Partial<IssueOfDay>) =>
	anIssueOfDay({ iid: 3, title: 'Done', weight: 5, labels: [committed], ...overrides });
const four = (overrides: Partial<IssueOfDay>) =>
	anIssueOfDay({ iid: 4, title: 'Carried out of it', ...overrides });
const five = anIssueOfDay({ iid: 5, title: 'Added', weight: 1 });
const nine = anIssueOfDay({ iid: 9, title: 'Forgotten', milestone: forgotten });

const closed = { state: 'closed' };
const issuesOfDays: { day: string; issues: IssueOfDay[]; asked?: string[] }[] = [
	{
		day: '2026-11-12',
		issues: [one({ milestone: '19.6' }), two(closed), three({}), four({}), nine],
		asked: [forgotten],
	},
	{ day: '2026-11-14', issues: [one({}), two(closed), three({}), four({})] },
	{ day: '2026-11-16', issues: [one({}), two(closed), three(closed), four({}), five] },
	{
		day: '2026-11-17',
		issues: [one({}), two(closed), three(closed), four({}), five],
	},
	{
		day: today,
		issues: [one({}), two(closed), three(closed), four({ milestone: '19.8' }), five],
	},
];

export const plans: PlanOfDay[] = issuesOfDays.map(({ day, issues, asked = [] }) =>
	aPlanOfDay({
		day,
		pulledAt: `${day}T08:30:00Z`,
		milestones: milestones.map(({ title, startDate, dueDate, state }) => ({
			title,
			startDate,
			dueDate,
			state,
		})),
		asked: ['19.6', '19.7', '19.8', ...asked],
		issues,
	}),
);

/** The day on which nothing changed. */
export const quietDay = addDays('2026-11-16', 1);
