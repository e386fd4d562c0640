import { sayingOf } from '#core/plan/plan-noun.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Weekday } from '#model/weekday.ts';
import { capitalise, formatCount, formatNthWeekday } from '#core/words/formats.ts';
import type { EventKind, MilestoneEvent } from './milestone-events.ts';

interface EventWords {
	/** Behind the name of the milestone: `19.7 cutoff`. */
	name: string;
	/** What the day means, as a sentence. */
	meaning: string;
	/** How it follows from another day, as the end of a sentence. */
	rule: string;
}

/** What a day of the calendar is called, means and follows from. */
export function wordsOf(kind: EventKind, rules: PlanRules): EventWords {
	const { planningIssueDaysBefore = 0, finalBusinessDaysBeforeKickoff = 0 } = rules;
	const words: Record<EventKind, EventWords> = {
		'planning-issue-due': {
			name: 'planning issue due',
			meaning: 'The planning issue of the milestone has to be ready.',
			rule: `${formatCount(planningIssueDaysBefore, 'day')} before the milestone starts`,
		},
		'scope-final': {
			name: 'plan final',
			meaning: 'The plan of the milestone is final.',
			rule: `${formatCount(finalBusinessDaysBeforeKickoff, 'business day')} before the kickoff`,
		},
		start: {
			name: 'start',
			meaning: 'The milestone begins.',
			rule: 'the day after the cutoff before it',
		},
		kickoff: {
			name: 'kickoff',
			meaning: 'Development begins.',
			rule: `the first ${nameWeekday(rules.kickoffDay)} of the milestone`,
		},
		cutoff: {
			name: 'cutoff',
			meaning: 'The last day of the milestone, which is its due date on GitLab.',
			rule: `the last ${nameWeekday(rules.cutoffDay)} before the release`,
		},
		release: {
			name: 'release',
			meaning: 'The release after the milestone. What was merged by the cutoff can be in it.',
			rule: 'the first release day after the cutoff',
		},
		retrospective: {
			name: 'Retrospective',
			meaning: 'The retrospective of the month.',
			rule: `the ${rules.retrospectiveDay ? formatNthWeekday(rules.retrospectiveDay) : 'day'} of the month`,
		},
	};
	const say = sayingOf(rules);
	const { name, meaning, rule } = words[kind];
	return { name, meaning: say(meaning), rule: say(rule) };
}

/** Where a day is from, as a sentence: nobody takes what is worked out for what GitLab says. */
export function describeOrigin({ kind, origin }: MilestoneEvent, rules: PlanRules): string {
	const { rule } = wordsOf(kind, rules);
	switch (origin) {
		case 'gitlab':
			return 'From GitLab.';
		case 'rule':
			return `Computed: ${rule}.`;
		case 'computed':
			return sayingOf(rules)(`Computed: ${rule}. GitLab has no date for it yet, so it may move.`);
	}
}

/** A day that the rules do not name has no event. */
function nameWeekday(weekday: Weekday | undefined): string {
	return weekday === undefined ? 'day' : capitalise(weekday);
}
