import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import { Api } from '#model/api.ts';
import { CheckRules } from '#model/checks.ts';
import { Jobs } from '#model/jobs.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	Place,
	PlanRules,
} from '#model/registry.ts';
import { MovedPage } from '#model/redirects.ts';
import { Roster } from '#model/roster.ts';
import { loadAndWatch } from './load-and-watch.ts';
import { readRegistry, type EntryList } from './registry.ts';
import { shareRead } from './shared-read.ts';

const declared = {
	projects: DeclaredProject.extend({ place: Place }),
	consumers: DeclaredConsumer.extend({ place: Place }),
	people: DeclaredGroup.extend({ place: Place }),
} as const satisfies Record<EntryList, z.ZodType>;

const registryFolder = 'content/registry';
const registryOf = shareRead(registryFolder, readRegistry);

/** One list of the registry, each entry with the file and line where it is declared. */
export function registryLoader<List extends EntryList>(
	list: List,
): Loader & { schema: (typeof declared)[List] } {
	return {
		name: `registry-${list}`,
		schema: declared[list],
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const registry = await registryOf(root);
				return registry[list].map((entry) => ({
					id: entry.path,
					data: { ...entry, place: registry.placeOf(list, entry.path) },
				}));
			}),
	};
}

/** How the team writes its plan, as the one entry `plan`. */
export function planLoader() {
	return {
		name: 'registry-plan',
		schema: PlanRules,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'plan', data: (await registryOf(root)).plan },
			]),
	} satisfies Loader;
}

/** Jobs to be done and user stories, as the one entry `jobs`. */
export function jobsLoader() {
	return {
		name: 'registry-jobs',
		schema: Jobs,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'jobs', data: (await registryOf(root)).jobs },
			]),
	} satisfies Loader;
}

/** The public API of the team, as the one entry `api`. */
export function apiLoader() {
	return {
		name: 'registry-api',
		schema: Api,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => [
				{ id: 'api', data: (await registryOf(root)).api },
			]),
	} satisfies Loader;
}

/** What the inventory is checked for, as the one entry `checks`, and where its entries stand. */
export function checkRulesLoader() {
	return {
		name: 'registry-checks',
		schema: CheckRules.extend({
			exemptionPlaces: z.array(Place.nullable()),
			completeGroupLines: z.array(z.int().positive().nullable()),
		}),
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { checks, exemptionPlaceOf, completeGroupLineOf } = await registryOf(root);
				const exemptionPlaces = checks.exemptions.map((_, at) => exemptionPlaceOf(at) ?? null);
				const completeGroupLines = checks.completeGroups.map(
					(_, at) => completeGroupLineOf(at) ?? null,
				);
				return [{ id: 'checks', data: { ...checks, exemptionPlaces, completeGroupLines } }];
			}),
	} satisfies Loader;
}

/** How each roster is chosen from the company's list of people. */
export function rosterLoader() {
	return {
		name: 'registry-rosters',
		schema: Roster,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { team } = await registryOf(root);
				return team.rosters.map((roster) => ({ id: roster.id, data: roster }));
			}),
	} satisfies Loader;
}

/** The pages that had other addresses before, each once. */
export function redirectsLoader() {
	return {
		name: 'registry-redirects',
		schema: MovedPage,
		load: (context) =>
			loadAndWatch(context, registryFolder, async (root) => {
				const { redirects } = await registryOf(root);
				return redirects.map((page) => ({ id: page.from.join(' '), data: page }));
			}),
	} satisfies Loader;
}
