import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { goodSnapshot } from './good-data.ts';
import { milestones, planningIssues } from './plan.ts';

/** What GitLab has of a team where all is as it declares, with some of the next milestones prepared. */
export async function prepareGood() {
	const registry = await readRegistry(teams.kettle);
	return goodSnapshot(registry, {
		milestones,
		'planning-issues': planningIssues(registry.plan),
	});
}

/** Gives a team other days, labels and notice periods than its prose was written with. */
export async function changeHabits(root: string): Promise<void> {
	await edit(
		root,
		'plan.yaml',
		['finalBusinessDaysBeforeKickoff: 3', 'finalBusinessDaysBeforeKickoff: 5'],
		['planningIssueDaysBefore: 30', 'planningIssueDaysBefore: 9'],
		[
			'retrospectiveDay: { nth: 1, weekday: tuesday }',
			'retrospectiveDay: { nth: 2, weekday: monday }',
		],
		['deliverableLabel: Deliverable', 'deliverableLabel: Promise'],
		['team::samovar', 'team::urn'],
		['Kettle::P3', 'Kettle::low'],
	);
	await edit(root, 'api.yaml', ['milestonesBefore: 3', 'milestonesBefore: 2']);
}

async function edit(root: string, file: string, ...changes: [from: string, to: string][]) {
	const path = join(root, 'content/registry', file);
	let text = await readFile(path, 'utf8');
	for (const [from, to] of changes) {
		if (!text.includes(from)) throw new Error(`${file} of the fixture has no ${from} any more.`);
		text = text.replaceAll(from, to);
	}
	await writeFile(path, text);
}
