import { z } from 'zod';
import { IsoDate, IsoInstant, IssueIid, ProjectPath, WebUrl } from './identifiers.ts';
import { Count, Positive } from './values.ts';

/** GitLab may add values: one that we do not know is kept and shown as text. */
export const HealthStatus = z.string().min(1);
export type HealthStatus = z.output<typeof HealthStatus>;

/** One issue as the snapshot keeps it: only the fields that a page, a rule or an export reads. */
export const Issue = z.strictObject({
	project: ProjectPath,
	iid: IssueIid,
	title: z.string().min(1),
	/** `opened` or `closed`; another word of GitLab's is kept as it is. */
	state: z.string().min(1),
	/** Sorted. */
	labels: z.array(z.string()),
	/** Title of its milestone. `null`: it has none. */
	milestone: z.string().nullable(),
	/** Planned effort in points. `null`: nobody has weighed it yet. */
	weight: Count.nullable(),
	/** `null`: not set, or the instance's tier has no health status. */
	healthStatus: HealthStatus.nullable(),
	dueDate: IsoDate.nullable(),
	/** `null`: the pull did not take it yet. */
	createdAt: IsoInstant.nullable().default(null),
	updatedAt: IsoInstant.nullable().default(null),
	/** `null`: GitLab gave none that may become a link. */
	webUrl: WebUrl.nullable(),
});
export type Issue = z.output<typeof Issue>;

/** An issue that was in a milestone of the plan at an earlier pull, and is in none any more. */
export const DepartedIssue = Issue.extend({
	/** Title of the milestone of the plan in which it was seen last. */
	formerMilestone: z.string().min(1),
});
export type DepartedIssue = z.output<typeof DepartedIssue>;

/** An issue that somebody from outside the team has opened, and when it was first answered. Nobody is named. */
export const AnsweredIssue = z.strictObject({
	project: ProjectPath,
	iid: Positive,
	openedAt: IsoInstant,
	/** `null`: nobody has yet. */
	answeredAt: IsoInstant.nullable(),
});
export type AnsweredIssue = z.output<typeof AnsweredIssue>;

/** The issue that states a milestone's plan. */
export const PlanningIssue = Issue.extend({
	/**
	 * Of the roles that `rules.yaml` asks for, those that somebody has to whom it is assigned. Absent: no rule
	 * asks, or nobody knows who has which role. Whom it is assigned to is nowhere.
	 */
	covers: z.array(z.string().min(1)).optional(),
});
export type PlanningIssue = z.output<typeof PlanningIssue>;
