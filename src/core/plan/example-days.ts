import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Plan } from './plan.ts';
import { parseTitle, titleAfter } from './calendar.ts';
import { planningDay } from './planning-issues.ts';

/** The names of days and milestones that pages take as an example from the plan of today. */
export const exampleDays = [
	'release',
	'cutoff',
	'nextStart',
	'nextPlanningDay',
	'nextScopeFinal',
] as const;
export const exampleMilestones = ['current', 'next', 'nextMajor', 'nextMajorNotice'] as const;

export type ExampleDay = (typeof exampleDays)[number];
export type ExampleMilestone = (typeof exampleMilestones)[number];

/** A day of the current milestone, or of the next one. `null`: nobody knows, or the team has none. */
export function exampleDay(
	name: ExampleDay,
	{ current, next }: Plan,
	rules: PlanRules,
): IsoDate | null {
	const dates = next[0]?.dates;
	const days: Record<ExampleDay, IsoDate | null | undefined> = {
		release: current?.dates.release,
		cutoff: current?.dates.cutoff,
		nextStart: dates?.start,
		nextPlanningDay: planningDay(dates?.start ?? null, rules),
		nextScopeFinal: dates?.scopeFinal,
	};
	return days[name] ?? null;
}

/**
 * The title of a milestone. `null`: nobody knows, or milestones are no versions.
 *
 * @param notice How many milestones before a major one its removals are announced.
 */
export function exampleMilestone(
	name: ExampleMilestone,
	{ current, next }: Plan,
	{ lastMinor }: Pick<PlanRules, 'lastMinor'>,
	notice: number,
): string | null {
	const title = current?.milestone.title ?? null;
	if (name === 'current') return title;
	if (name === 'next') return next[0]?.milestone.title ?? null;
	const version = title === null ? undefined : parseTitle(title);
	if (version === undefined || lastMinor === undefined) return null;
	const major = `${String(version.major + 1)}.0`;
	return name === 'nextMajor' ? major : titleAfter(major, -notice, { lastMinor });
}
