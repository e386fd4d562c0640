/** A plan on 23 November 2026: 19.7 is current; only some of the next milestones are prepared. */
import type { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { aMilestone, anIssue, source } from '../builders.ts';
import { html } from './hostile.ts';

export const current = '19.7';

export const milestones = [
	aMilestone({ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13' }),
	aMilestone({ title: current, webUrl: `${source}/-/milestones/7` }),
	aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' }),
	aMilestone({ title: '19.9', startDate: '2027-01-16', dueDate: '2027-02-12' }),
	aMilestone({ title: '19.10', startDate: null, dueDate: null }),
	aMilestone({ title: '19.11', startDate: null, dueDate: null }),
	aMilestone({ title: '20.0', startDate: null, dueDate: null }),
];

/** The lowest priority comes first here, so that a page that does not sort is found out. */
export function issues(rules: PlanRules): Issue[] {
	const [p1, p2] = rules.priorities.map(({ label }) => label);
	const deliverable = rules.deliverableLabel!;
	const inCurrent = { milestone: current };
	return [
		anIssue({ ...inCurrent, iid: 1, title: 'No priority, no address', webUrl: null }),
		anIssue({
			...inCurrent,
			iid: 2,
			title: html('title'),
			labels: [p2!],
			weight: 0,
			healthStatus: 'paused_for_now',
		}),
		anIssue({
			...inCurrent,
			iid: 3,
			title: 'Second, and committed',
			labels: [p2!, deliverable, `${rules.workflowScope!}::${html('workflow')}`],
			weight: 1,
			healthStatus: 'at_risk',
		}),
		anIssue({ ...inCurrent, iid: 4, title: 'First, as stretch', labels: [p1!] }),
		anIssue({
			...inCurrent,
			iid: 5,
			title: 'First, and committed',
			labels: [p1!, deliverable],
			weight: 5,
			healthStatus: 'on_track',
			state: 'closed',
		}),
		anIssue({
			milestone: '19.8',
			iid: 6,
			title: 'Committed for later',
			labels: [p1!, deliverable],
		}),
	];
}

export function planningIssues(rules: PlanRules): Issue[] {
	const { project, label } = rules.planningIssues!;
	return [
		anIssue({ project, iid: 70, title: 'Plan of 19.7', labels: [label], milestone: current }),
		anIssue({ project, iid: 80, title: html('plan'), labels: [label], milestone: '19.8' }),
	];
}
