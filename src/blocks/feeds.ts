import { site } from '#site.ts';
import { getCollection } from 'astro:content';
import { renderMilestonesIcs } from '#core/feeds/milestones-ics.ts';
import { readAbout, readPlanRules } from './snapshot.ts';

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
