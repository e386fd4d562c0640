import { getCollection } from 'astro:content';
import { toCallEntries } from '#core/publish/feeds/call-entries.ts';
import { renderChangesAtom } from '#core/publish/feeds/changes-atom.ts';
import { renderMilestonesIcs } from '#core/publish/feeds/milestones-ics.ts';
import { toPlanEntries } from '#core/publish/feeds/plan-entries.ts';
import { site } from '#site.ts';
import { readCallChanges } from './api.ts';
import { publishedAddress } from './exports.ts';
import { readChanges, readPlanHistory } from './plan-history.ts';
import { readAbout, readPlanRules } from './snapshot.ts';

/** The feed of what has changed from day to day. */
export async function readChangesAtom(): Promise<string> {
	const [about, rules, plans, changes, calls] = await Promise.all([
		readAbout(),
		readPlanRules(),
		readPlanHistory(),
		readChanges(),
		readCallChanges(),
	]);
	const surroundings = { rules, source: about.source, addressOf: publishedAddress };
	return renderChangesAtom({
		site,
		about,
		entries: [...toPlanEntries(changes, surroundings), ...toCallEntries(calls, publishedAddress)],
		knownSince: plans[0]?.day ?? null,
		addressOf: publishedAddress,
	});
}

/** The calendar of the milestones. */
export async function readMilestonesIcs(): Promise<string> {
	const [about, rules, milestones, planningIssues] = await Promise.all([
		readAbout(),
		readPlanRules(),
		getCollection('milestones'),
		getCollection('planningIssues'),
	]);
	return renderMilestonesIcs({
		site,
		about,
		rules,
		milestones: milestones.map(({ data }) => data),
		planningIssues: planningIssues.map(({ data }) => data),
	});
}
