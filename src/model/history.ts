import { z } from 'zod';
import { Answer, CheckId } from './checks.ts';
import { CommitSha } from './evidence.ts';
import { IsoDate, IsoInstant, ProjectPath, WebUrl } from './identifiers.ts';
import { Issue } from './issue.ts';
import { Milestone } from './milestone.ts';
import { RuleId } from './rules.ts';
import { Slug } from './values.ts';

/** Raised when a file of the history changes its shape. */
export const historyFormat = 1;

const day = {
	format: z.literal(historyFormat),
	/** True: invented. Counts only for a snapshot that is a sample too. */
	sample: z.boolean(),
	/** The instance that was asked. Counts only for a snapshot of the same one. */
	source: WebUrl,
	day: IsoDate,
	pulledAt: IsoInstant,
};

/** `content/history/checks-2026-11-23.json`: what came of every check on a day. */
export const ChecksOfDay = z.strictObject({
	...day,
	/** Answers by declared path of the project and by check. A check that does not apply is absent. */
	projects: z.record(ProjectPath, z.partialRecord(CheckId, Answer)),
});
export type ChecksOfDay = z.output<typeof ChecksOfDay>;

/** An issue of the plan as it was on a day: what tells a change of the plan, and no more. */
export const IssueOfDay = Issue.pick({
	project: true,
	iid: true,
	title: true,
	state: true,
	milestone: true,
	weight: true,
	healthStatus: true,
}).extend({
	/** Those of which the rules of the plan speak. Sorted. */
	labels: z.array(z.string()),
});
export type IssueOfDay = z.output<typeof IssueOfDay>;

export const MilestoneOfDay = Milestone.omit({ webUrl: true });
export type MilestoneOfDay = z.output<typeof MilestoneOfDay>;

/** `content/history/plan-2026-11-23.json`: the plan as it was on a day. */
export const PlanOfDay = z.strictObject({
	...day,
	/**
	 * Fingerprints of the rules by which issues and their labels were kept. Absent: the day was kept
	 * before this was noted.
	 */
	rules: z.strictObject({ issues: z.string().min(1), labels: z.string().min(1) }).optional(),
	/** By their numbers, or else by their dates. */
	milestones: z.array(MilestoneOfDay),
	/** The milestones whose issues were asked for: of others nothing is known. In the same order. */
	asked: z.array(z.string().min(1)),
	/** Sorted by reference. */
	issues: z.array(IssueOfDay),
});
export type PlanOfDay = z.output<typeof PlanOfDay>;

/** `content/history/calls-2026-11-23.json`: which endpoints each consumer called on a day. */
export const CallsOfDay = z.strictObject({
	...day,
	/**
	 * The same on two days on which the same was looked for. Otherwise a call that is absent on one of
	 * them may not have been looked for. Absent: the day was kept before this was noted.
	 */
	lookedFor: z.string().min(1).optional(),
	/** By declared path. A consumer whose source was not read is absent. */
	consumers: z.record(
		ProjectPath,
		z.strictObject({
			commit: CommitSha,
			/** True: calls may be missing, so that one that is absent says nothing. */
			partial: z.boolean(),
			/** Ids of the endpoints. Sorted. */
			endpoints: z.array(Slug),
			/** What is called and no endpoint: `Issues.NewMethod`. Sorted. */
			unmapped: z.array(z.string().min(1)),
		}),
	),
});
export type CallsOfDay = z.output<typeof CallsOfDay>;

/** `content/history/rules-2026-11-23.json`: what came of the rules that the handbook states on a day. */
export const RulesOfDay = z.strictObject({
	...day,
	/** By rule. One that could not be judged by what was pulled on that day is absent. */
	rules: z.partialRecord(RuleId, Answer),
});
export type RulesOfDay = z.output<typeof RulesOfDay>;
