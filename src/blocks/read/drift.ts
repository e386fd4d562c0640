import { getCollection } from 'astro:content';
import { siteSnapshot } from '#site-data.ts';
import { site } from '#site.ts';
import { findDrift } from '#core/findings/drift.ts';
import type { Finding } from '#core/findings/finding.ts';
import type { Place } from '#model/registry.ts';
import { readApi } from './api.ts';
import { readCheckRules } from './checks.ts';
import { readPlanRules } from './snapshot.ts';

/** Where the registry and the snapshot disagree: what `npm run check` finds. */
export async function readDrift(): Promise<Finding[]> {
	const [projects, consumers, people, plan, checks, api, snapshot] = await Promise.all([
		getCollection('declaredProjects'),
		getCollection('declaredConsumers'),
		getCollection('declaredGroups'),
		readPlanRules(),
		readCheckRules(),
		readApi(),
		siteSnapshot(),
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
