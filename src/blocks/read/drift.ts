import { getCollection } from 'astro:content';
import { site } from '#site.ts';
import { findDrift } from '#core/findings/drift.ts';
import type { Finding } from '#core/findings/finding.ts';
import type { Place } from '#model/registry.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { readApi } from './api.ts';
import { readCheckRules } from './checks.ts';
import { readAbout, readPlanRules } from './snapshot.ts';

/** Where the registry and the snapshot disagree: what `npm run check` finds. */
export async function readDrift(): Promise<Finding[]> {
	const [projects, consumers, people, plan, checks, api, snapshot] = await Promise.all([
		getCollection('declaredProjects'),
		getCollection('declaredConsumers'),
		getCollection('declaredGroups'),
		readPlanRules(),
		readCheckRules(),
		readApi(),
		readWholeSnapshot(),
	]);
	const places: Record<'projects' | 'consumers' | 'people', Map<string, Place>> = {
		projects: placesOf(projects),
		consumers: placesOf(consumers),
		people: placesOf(people),
	};
	const registry = {
		site,
		projects: projects.map(({ data }) => data),
		consumers: consumers.map(({ data }) => data),
		people: people.map(({ data }) => data),
		plan,
		checks,
		api,
	};
	return findDrift(
		registry,
		snapshot,
		(list, path) => places[list].get(path),
		(index) => checks.exemptionPlaces[index] ?? undefined,
		(index) => checks.completeGroupLines[index] ?? undefined,
	);
}

function placesOf(
	entries: readonly { data: { path: string; place: Place } }[],
): Map<string, Place> {
	return new Map(entries.map(({ data }) => [data.path, data.place]));
}

async function readWholeSnapshot(): Promise<Snapshot> {
	const [projects, consumers, groupProjects, access, milestones, issues, planningIssues] =
		await Promise.all([
			getCollection('projects'),
			getCollection('consumers'),
			getCollection('groupProjects'),
			getCollection('access'),
			getCollection('milestones'),
			getCollection('issues'),
			getCollection('planningIssues'),
		]);
	const [evidence, libraries, surface, former, candidates, groups, members, team] =
		await Promise.all([
			getCollection('evidence'),
			getCollection('libraries'),
			getCollection('surface'),
			getCollection('formerIssues'),
			getCollection('candidates'),
			getCollection('groups'),
			getCollection('members'),
			getCollection('team'),
		]);
	return {
		about: await readAbout(),
		rows: {
			projects: projects.map(({ data }) => data),
			consumers: consumers.map(({ data }) => data),
			evidence: evidence.map(({ data }) => data),
			libraries: libraries.map(({ data }) => data),
			surface: surface.map(({ data }) => data),
			'group-projects': groupProjects.map(({ data }) => data),
			access: access.map(({ data }) => data),
			milestones: milestones.map(({ data }) => data),
			issues: issues.map(({ data }) => data),
			'former-issues': former.map(({ data }) => data),
			candidates: candidates.map(({ data }) => data),
			'planning-issues': planningIssues.map(({ data }) => data),
			groups: groups.map(({ data }) => data),
			members: members.map(({ data }) => data),
			team: team.map(({ data }) => data),
		},
	};
}
