import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Progress } from '#core/plan/progress.ts';
import { capitalise, formatCount, formatList } from './formats.ts';

/** Which days the calendar of the milestones has, as a sentence: those that the team has. */
export function describeCalendar(rules: PlanRules): string {
	const { kickoffDay, releaseDay, planningIssues, retrospectiveDay } = rules;
	const days = ['start', kickoffDay && 'kickoff', 'cutoff', releaseDay && 'release'];
	const deadlines = [
		planningIssues && rules.planningIssueDaysBefore !== undefined && 'its planning issue is due',
		kickoffDay && rules.finalBusinessDaysBeforeKickoff !== undefined && 'its plan is final',
	].filter((one) => typeof one === 'string');
	const parts = [
		`${formatList(days.filter((one) => one !== undefined))} of each milestone`,
		deadlines.length > 0 && `the days on which ${formatList(deadlines)}`,
		retrospectiveDay && 'the retrospectives',
	].filter((one) => typeof one === 'string');
	const last = parts.length > 1 ? `, and ${parts.splice(-1).join('')}` : '';
	return `${capitalise(parts.join(', '))}${last}.`;
}

/** The heading of a milestone on a page that has several. */
export function milestoneAnchor(title: string): string {
	return `milestone-${toMilestoneSlug(title)}`;
}

/** `8 of 21 points, 3 with no weight`: what has no weight is in neither number. */
export function describePoints({ count, weight, notWeighed }: Progress): string {
	if (count.total === 0) return 'no issue';
	if (weight === null) return 'no issue has a weight';
	const points = `${String(weight.closed)} of ${formatCount(weight.total, 'point')}`;
	return notWeighed === 0 ? points : `${points}, ${String(notWeighed)} with no weight`;
}

/** `once`, `twice`, `3 times` */
export function describeTimes(count: number): string {
	if (count === 1) return 'once';
	return count === 2 ? 'twice' : `${String(count)} times`;
}

/** `1 day`. `null`: nobody has ever set its health status, so that it may have been at risk or not. */
export function describeDaysAtRisk(days: number | null): string {
	return days === null ? 'not known: nobody set its health' : formatCount(days, 'day');
}
