import { toPlanOfDay } from '#core/plan-of-day.ts';
import type { PlanOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { Issue } from '#model/issue.ts';
import type { PlanRules } from '#model/registry.ts';
import { addDays } from './sample/calendar.ts';
import { sampleIssues } from './sample/issues.ts';
import { sampleMilestones } from './sample/milestones.ts';
import type { WorldIssue } from './world.ts';

export interface SamplePlans {
	/** The last day. */
	until: IsoDate;
	/** How many days, one after the other. */
	days: number;
	source: string;
	/** True unless it is said otherwise. */
	sample?: boolean;
}

/** The plan of the sample on many days, oldest first, without asking anybody. */
export function samplePlans(
	rules: PlanRules,
	{ until, days, source, sample = true }: SamplePlans,
): PlanOfDay[] {
	return Array.from({ length: days }, (_, index) => {
		const day = addDays(until, index + 1 - days);
		const milestones = sampleMilestones(rules, day);
		const titles = new Map(milestones.all.map(({ id, title }) => [id, title]));
		const issues = sampleIssues(rules, milestones, [], day)
			.filter(({ confidential }) => !confidential)
			.map((issue) => toIssue(issue, titles.get(issue.milestoneId ?? 0) ?? null));
		const isProposed = ({ labels, state }: Issue) =>
			state === 'opened' && labels.some((label) => label.startsWith(`${rules.candidateScope}::`));
		const lists = {
			milestones: milestones.all.map((one) => ({ ...one, webUrl: null })),
			issues,
			candidates: issues.filter(isProposed),
		};
		const about = { source, sample, pulledAt: `${day}T00:00:00Z` };
		return toPlanOfDay(about, lists, rules);
	});
}

function toIssue(issue: WorldIssue, milestone: string | null): Issue {
	const { project, iid, title, state, labels, weight, healthStatus, dueDate } = issue;
	return Issue.parse({
		project,
		iid,
		title,
		state,
		labels,
		milestone,
		weight,
		healthStatus,
		dueDate,
		webUrl: null,
	});
}
