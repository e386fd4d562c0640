/**
 * Five kept days up to 23 November 2026. One issue slips twice, one is not seen any more from the
 * fourth day on, one comes then, and one is committed, closed and opened again.
 */
import type { IssueOfDay, PlanOfDay } from '#model/history.ts';
import { anIssueOfDay, aPlanOfDay } from '../builders.ts';
import { registry } from './drifting.ts';
import { html } from './hostile.ts';
import { snapshot } from './kept-plans.ts';
import { readSite, type ReadSite } from './read-site.ts';

const { plan: rules } = registry;
const committed = rules.deliverableLabel!;
const [p1] = rules.priorities.map(({ label }) => label);

export const secret = { iid: 613, title: 'Everybody can read the keys of the car' };

const slipping = (milestone: string, overrides: Partial<IssueOfDay> = {}) =>
	anIssueOfDay({ iid: 1, title: 'Teach the car to park', milestone, weight: 3, ...overrides });
const open = (overrides: Partial<IssueOfDay> = {}) =>
	anIssueOfDay({ iid: 3, title: 'Paint the door', labels: [p1!], ...overrides });
const late = (overrides: Partial<IssueOfDay> = {}) =>
	anIssueOfDay({ iid: 4, title: html('ledger'), milestone: '19.8', ...overrides });
const hidden = anIssueOfDay({ ...secret, milestone: '19.6' });

const atRisk = { healthStatus: 'at_risk' };
const deliverable = { labels: [committed, p1!] };

const issuesOfDays: Record<string, IssueOfDay[]> = {
	'2026-11-09': [slipping('19.6'), open(), hidden],
	'2026-11-14': [slipping('19.7', atRisk), open(deliverable), hidden],
	'2026-11-16': [slipping('19.7', atRisk), open(deliverable), hidden],
	'2026-11-20': [slipping('19.8'), open({ ...deliverable, state: 'closed' }), late()],
	'2026-11-23': [slipping('19.8'), open(deliverable), late({ weight: 5 })],
};
export const keptDays = Object.keys(issuesOfDays);

const milestonesOn = (day: string) => [
	{ title: '19.5', startDate: '2026-09-12', dueDate: '2026-10-09', state: 'closed' },
	{ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13', state: 'active' },
	{ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11', state: 'active' },
	{
		title: '19.8',
		startDate: '2026-12-12',
		dueDate: day === '2026-11-23' ? '2027-01-22' : '2027-01-15',
		state: 'active',
	},
];

export const ledgerPlans: PlanOfDay[] = Object.entries(issuesOfDays).map(([day, issues]) =>
	aPlanOfDay({
		day,
		pulledAt: `${day}T08:30:00Z`,
		milestones: milestonesOn(day),
		asked: ['19.6', '19.7', '19.8'],
		issues,
	}),
);

export const fromTheFuture = '2099-01-01';
/** A link that forgets the path is dead. */
export const base = '/handbook/runner';

/** A site with these days, and with one from after its snapshot. */
export function readLedger(): Promise<ReadSite> {
	const future = { ...ledgerPlans.at(-1)!, day: fromTheFuture };
	return readSite(snapshot, { BASE_PATH: base }, [...ledgerPlans, future]);
}
