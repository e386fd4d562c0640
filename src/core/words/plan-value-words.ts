import { sayingOf } from '#core/plan/plan-noun.ts';
import type { Registry } from '#model/registry.ts';
import { capitalise, formatNthWeekday } from './formats.ts';

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `three business days`, `30 days`: small numbers as prose has them. */
export function spellCount(count: number, noun: string): string {
	return `${small[count] ?? String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * What the registry says of the team's days and deadlines, in words for the middle of a sentence, and
 * how many there are of what it lists, by the names that pages ask for. What the team hasn't
 * configured isn't there.
 */
export function planValueWords(registry: Registry): ReadonlyMap<string, string> {
	const { plan, api, onboarding, consumers } = registry;
	const notices = api.notice.map(({ milestonesBefore }) => milestonesBefore);
	const values: Record<string, string | undefined> = {
		nextMilestones: sayingOf(plan)(spellCount(plan.nextMilestones, 'milestone')),
		planningIssueDaysBefore: countOf(plan.planningIssueDaysBefore, 'day'),
		finalBusinessDaysBeforeKickoff: countOf(plan.finalBusinessDaysBeforeKickoff, 'business day'),
		releaseDay: plan.releaseDay && formatNthWeekday(plan.releaseDay),
		retrospectiveDay: plan.retrospectiveDay && formatNthWeekday(plan.retrospectiveDay),
		nextMajorEpicMonths: countOf(plan.nextMajorEpic?.monthsAfter, 'month'),
		cutoffDay: plan.cutoffDay && capitalise(plan.cutoffDay),
		kickoffDay: plan.kickoffDay && capitalise(plan.kickoffDay),
		candidateScope: plan.candidateScope && `${plan.candidateScope}::x.y`,
		missedPrefix: plan.missedPrefix && `${plan.missedPrefix}x.y`,
		shortestNotice:
			notices.length === 0 ? undefined : spellCount(Math.min(...notices), 'milestone'),
		longestNotice: notices.length === 0 ? undefined : spellCount(Math.max(...notices), 'milestone'),
		steps: numberOf(onboarding?.steps),
		endpoints: numberOf(api.endpoints),
		deprecatedEndpoints: numberOf(api.endpoints.filter(({ status }) => status === 'deprecated')),
		consumers: numberOf(consumers),
	};
	return new Map(
		Object.entries(values).flatMap(([name, words]) =>
			words === undefined || words === '' ? [] : [[name, words] as const],
		),
	);
}

function countOf(count: number | undefined, noun: string): string | undefined {
	return count === undefined ? undefined : spellCount(count, noun);
}

function numberOf(listed: readonly unknown[] = []): string | undefined {
	return listed.length === 0 ? undefined : String(listed.length);
}
