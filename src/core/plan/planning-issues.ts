import type { IsoDate } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { addDays } from '#core/base/dates.ts';
import { hasLabel } from '#core/base/labels.ts';
import { isPlanMilestone } from '#core/base/milestones.ts';
import { compareReferences } from '#model/order.ts';

/** The issue that states a milestone's plan. It is no work of the plan itself. */
export function isPlanningIssue(
	issue: Pick<Issue, 'project' | 'labels'>,
	{ planningIssues }: Pick<PlanRules, 'planningIssues'>,
): boolean {
	return (
		issue.project.toLowerCase() === planningIssues?.project.toLowerCase() &&
		hasLabel(issue.labels, planningIssues.label)
	);
}

/**
 * The planning issue of a milestone: the one that GitLab holds in it, else one that is in no
 * milestone of the plan and has its title in its own (`19.1` is not in `19.10` or `19.1.2`).
 *
 * Of several it is the one with that in its title, then an opened one, then the oldest.
 */
export function findPlanningIssue(
	{ title }: Pick<Milestone, 'title'>,
	planningIssues: readonly Issue[],
	{ milestonePattern }: Pick<PlanRules, 'milestonePattern'>,
): Issue | undefined {
	const inMilestone = planningIssues.filter(({ milestone }) => milestone === title);
	const named = planningIssues.filter(
		(issue) =>
			isNamedIn(title, issue.title) &&
			(issue.milestone === null || !isPlanMilestone(issue.milestone, milestonePattern)),
	);
	const candidates = inMilestone.length > 0 ? inMilestone : named;
	const doubts = (issue: Issue) =>
		(isNamedIn(title, issue.title) ? 0 : 2) + (issue.state === 'closed' ? 1 : 0);
	return candidates.toSorted((a, b) => doubts(a) - doubts(b) || compareReferences(a, b))[0];
}

/** The day by which the planning issue of a milestone should be there. `null`: nobody knows, or none is. */
export function planningDay(
	start: IsoDate | null,
	{
		planningIssues,
		planningIssueDaysBefore: days,
	}: Pick<PlanRules, 'planningIssues' | 'planningIssueDaysBefore'>,
): IsoDate | null {
	return start === null || days === undefined || !planningIssues ? null : addDays(start, -days);
}

function isNamedIn(title: string, text: string): boolean {
	const [wanted, words] = [toWords(title), toWords(text)];
	const isAt = (start: number) => wanted.every((word, index) => words[start + index] === word);
	return wanted.length > 0 && words.some((_, start) => isAt(start));
}

/** Whole numbers and words: `19.1` is not in `19.10`, nor `Sprint 1` in `Sprint 12`. */
function toWords(text: string): string[] {
	return text.toLowerCase().match(/\d+(?:\.\d+)*|\p{L}+/gu) ?? [];
}
