import type { CalendarMilestone } from '#core/plan/calendar.ts';
import { addDays, monthOf, nthWeekday } from '#core/base/dates.ts';
import { compareText } from '#model/order.ts';
import { findPlanningIssue, planningDay } from '#core/plan/planning-issues.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { Milestone } from '#model/milestone.ts';
import type { PlanRules } from '#model/plan-rules.ts';

export type EventKind =
	| 'planning-issue-due'
	| 'scope-final'
	| 'start'
	| 'kickoff'
	| 'cutoff'
	| 'release'
	| 'retrospective';

export interface MilestoneEvent {
	kind: EventKind;
	/** Of a milestone: its title. Of a retrospective: its month, `2026-12`. */
	of: string;
	day: IsoDate;
	/** `gitlab`: GitLab has the day. `rule`: it follows from one that GitLab has. `computed`: from none. */
	origin: 'gitlab' | 'rule' | 'computed';
	/** The milestone on GitLab, or its planning issue. `null`: GitLab has none. */
	url: string | null;
}

interface EventSource {
	/** What GitLab has. */
	milestones: readonly Milestone[];
	planningIssues: readonly Issue[];
	rules: PlanRules;
	today: IsoDate;
}

/**
 * The days of the milestones, and the retrospectives between them, as far as they are within a year
 * of today. Sorted by day.
 */
export function findMilestoneEvents(
	calendar: readonly CalendarMilestone[],
	source: EventSource,
): MilestoneEvent[] {
	const events = calendar.flatMap((milestone) => eventsOf(milestone, source));
	const days = events.map(({ day }) => day).toSorted(compareText);
	// A year and no more, so that a milestone with a wrong date does not bring those of centuries.
	const [yearAgo, inAYear] = [addDays(source.today, -365), addDays(source.today, 365)];
	const [first = source.today] = days;
	const last = days.at(-1) ?? inAYear;
	const from = first > yearAgo ? first : yearAgo;
	const to = last < inAYear ? last : inAYear;
	return [...events, ...retrospectives(from, to, source.rules)].toSorted(
		(a, b) => compareText(a.day, b.day) || compareText(a.of, b.of) || compareText(a.kind, b.kind),
	);
}

function eventsOf(
	{ title, dates, fromGitlab }: CalendarMilestone,
	source: EventSource,
): MilestoneEvent[] {
	const known = source.milestones.find((milestone) => milestone.title === title);
	const planningIssue = findPlanningIssue({ title }, source.planningIssues, source.rules);
	const { start, scopeFinal, kickoff, cutoff, release } = dates;
	const byStart = fromGitlab.start ? 'rule' : 'computed';
	const byCutoff = fromGitlab.cutoff ? 'rule' : 'computed';
	const url = known?.webUrl ?? null;
	const days = [
		{
			kind: 'planning-issue-due',
			day: planningDay(start, source.rules),
			origin: byStart,
			url: planningIssue?.webUrl ?? url,
		},
		{ kind: 'scope-final', day: scopeFinal, origin: byStart, url },
		{ kind: 'start', day: start, origin: fromGitlab.start ? 'gitlab' : 'computed', url },
		{ kind: 'kickoff', day: kickoff, origin: byStart, url },
		{ kind: 'cutoff', day: cutoff, origin: fromGitlab.cutoff ? 'gitlab' : 'computed', url },
		{ kind: 'release', day: release, origin: byCutoff, url },
	] as const;
	return days.flatMap(({ day, ...rest }) => (day === null ? [] : [{ ...rest, day, of: title }]));
}

function retrospectives(from: IsoDate, to: IsoDate, rules: PlanRules): MilestoneEvent[] {
	if (!rules.retrospectiveDay) return [];
	const { nth, weekday } = rules.retrospectiveDay;
	const first = monthOf(from);
	return Array.from({ length: Math.max(0, monthOf(to) - first + 1) }, (_, index) => {
		const day = nthWeekday(first + index, nth, weekday);
		return {
			kind: 'retrospective' as const,
			of: day.slice(0, 7),
			day,
			origin: 'rule' as const,
			url: null,
		};
	}).filter(({ day }) => day >= from && day <= to);
}
