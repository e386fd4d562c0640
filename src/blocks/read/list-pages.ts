import { pageOf } from '#block-pages.ts';
import { listNames, type ListName } from '#model/snapshot.ts';

/** The blocks that show each list, the one that shows most of it first. */
const blocksOf: Record<ListName, readonly string[]> = {
	projects: ['Inventory'],
	consumers: ['Consumers'],
	evidence: ['Consumers'],
	libraries: ['Consumers'],
	surface: ['Endpoints'],
	'group-projects': ['Drift'],
	access: ['Checks'],
	milestones: ['CurrentMilestone', 'MilestoneIndex'],
	issues: ['CurrentMilestone'],
	'former-issues': ['Changes'],
	candidates: ['NextMilestones', 'CurrentMilestone'],
	'planning-issues': ['CurrentMilestone'],
	'good-first-issues': ['GoodFirstIssues'],
	named: ['Rules'],
	groups: ['People'],
	'roadmap-issues': ['RoadmapColumns'],
	members: ['People'],
	answers: ['TeamLoad'],
	team: ['Roster'],
};

/** Which page shows each list. `undefined`: none does. */
export async function readListPages() {
	const pages = listNames.map(async (list) => [list, await pageOf(...blocksOf[list])] as const);
	return new Map(await Promise.all(pages));
}
