import { daysBetween } from '#core/base/dates.ts';
import { describeHealth } from '#core/base/health.ts';
import { type Sighting, listSightings } from '#core/plan/changes/sightings.ts';
import { currentTitle } from '#core/rules/frame/issues.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { issueItem, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount } from '#core/words/formats.ts';
import type { IssueOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';

export const healthRules = {
	'attention-resolved': {
		title: 'Needs attention, then back on track',
		state: (_, { days = 0 }) =>
			`An issue that needs attention is back on track within ${formatCount(days, 'day')}.`,
		why: 'Left unattended, it will miss its release.',
		needs: { plan: ['groupLabels'] },
		takes: ['days'],
		lists: ['milestones', 'issues'],
		judge: (world, { days = 0 }) => judgeHealth(world, 'needs_attention', days),
	},
	'risk-resolved': {
		title: 'At risk, then back on track',
		state: (_, { days = 0 }) =>
			`An issue that is at risk is back on track within ${formatCount(days, 'day')}.`,
		why: 'As it stands, it will miss its release.',
		needs: { plan: ['groupLabels'] },
		takes: ['days'],
		lists: ['milestones', 'issues'],
		judge: (world, { days = 0 }) => judgeHealth(world, 'at_risk', days),
	},
} satisfies HandbookRules;

/** An issue's time with a health status, as far as the kept plans tell. */
interface Spell {
	issue: IssueOfDay;
	from: IsoDate;
	until: IsoDate;
}

/** Judges how long issues of the current milestone had a health status, by the plans that were kept of it. */
function judgeHealth(world: RuleWorld, status: string, days: number): RuleVerdict {
	const title = currentTitle(world);
	const kept = world.days.filter(({ asked }) => asked.includes(title));
	if (kept.length < 2) {
		const observed = `We have too few saved plans of ${title} to say how long an issue had a status.`;
		return notChecked(observed, 'Saved plans of two days of the milestone.');
	}
	const ofMilestone = kept.flatMap(({ issues }) =>
		issues.filter(({ milestone }) => milestone === title),
	);
	const word = describeHealth(status).toLowerCase();
	if (ofMilestone.every(({ healthStatus }) => healthStatus === null)) {
		const observed = `No issue of ${title} ever had a health status.`;
		return notChecked(observed, 'A health status on the issues.');
	}
	const spells = findSpells(kept, title, status);
	if (spells.length === 0) {
		return passes(`No issue of ${title} was “${word}” in a saved plan.`);
	}
	return judgeEvery({
		all: spells,
		isWrong: ({ from, until }) => daysBetween(from, until) > days,
		toItem: ({ issue }) => issueItem(world, issue),
		none: { observed: '', needs: '' },
		right: (count) =>
			`It happened ${formatCount(count, 'time')} in ${title} that an issue was “${word}”, and never for longer.`,
		wrong: (count, of) =>
			`Of ${formatCount(of, 'time')} that an issue of ${title} was “${word}”, ${String(count)} lasted longer than ${formatCount(days, 'day')}.`,
		fix: 'Ask on each issue what would help, and get it moving or out of the milestone.',
	});
}

function findSpells(kept: RuleWorld['days'], milestone: string, status: string): Spell[] {
	const isIn = (issue: IssueOfDay | null): issue is IssueOfDay =>
		issue?.milestone === milestone && issue.healthStatus === status && issue.state !== 'closed';
	return [...listSightings(kept).values()].flatMap((sightings) => spellsOf(sightings, isIn));
}

function spellsOf(
	sightings: readonly Sighting[],
	isIn: (issue: IssueOfDay | null) => issue is IssueOfDay,
): Spell[] {
	const spells: Spell[] = [];
	let current: Spell | undefined;
	for (const { day, issue } of sightings) {
		if (!isIn(issue)) current = undefined;
		else if (current) current.until = day;
		else spells.push((current = { issue, from: day, until: day }));
	}
	return spells;
}
