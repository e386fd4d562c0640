import type { z } from 'zod';
import { Api } from '#model/api.ts';
import { Jobs } from '#model/jobs.ts';
import { parseOrExplain } from '#model/parse.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	PlanRules,
	Site,
	type Place,
	type Registry,
} from '#model/registry.ts';
import { MovedPages } from '#model/redirects.ts';
import { Team } from '#model/roster.ts';
import {
	checkRulesFor,
	withClearPaths,
	withKnownCategories,
	withoutDoubles,
} from './cross-checks.ts';
import { withKnownEndpoints } from './api-cross-checks.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export const registryFolder = 'content/registry';

export const registryPath = {
	site: 'content/registry/site.yaml',
	projects: 'content/registry/projects.yaml',
	consumers: 'content/registry/consumers.yaml',
	plan: 'content/registry/plan.yaml',
	people: 'content/registry/people.yaml',
	jobs: 'content/registry/jobs.yaml',
	team: 'content/registry/team.yaml',
	redirects: 'content/registry/redirects.yaml',
	checks: 'content/registry/checks.yaml',
	api: 'content/registry/api.yaml',
} as const satisfies Record<keyof Registry, string>;

/** A declared entry of these files is found again by its path. */
export type EntryList = 'projects' | 'consumers' | 'people';

export interface ReadRegistry extends Registry {
	/** Where an entry is declared. `undefined`: it is not. */
	placeOf: (list: EntryList, path: string) => Place | undefined;
	/** Where an exemption of `checks.yaml` stands, by its position there, counted from 0. */
	exemptionPlaceOf: (index: number) => Place | undefined;
	/** Line of one of `completeGroups` of `checks.yaml`, by its position there, counted from 0. */
	completeGroupLineOf: (index: number) => number | undefined;
}

const hints: Record<keyof Registry, string> = {
	site: 'Correct the line. What the file may say is in src/model/registry.ts.',
	projects:
		'Correct the entry. Its group and category are ids of projectGroups in content/registry/site.yaml: use one of them, or add yours there.',
	consumers:
		'Correct the entry: a consumer has a path, a name, an api with name and url, and perhaps an owner with name and url.',
	plan: 'Correct the line. Dates are written 2026-12-25, labels as GitLab writes them.',
	people:
		'Correct the entry: a group has a path, a name, a meaning and publishMembers: true or false.',
	jobs: 'Correct the line. A group of stories names the slug of a job that stands in the same file.',
	team: 'Correct the roster: it has an id, a title, a kind and the patterns of its kind. They are tried on the role as the list has it, with its HTML.',
	redirects:
		'Correct the entry: a page that has moved has a title, its old addresses in from, its new one in to, and sections.',
	checks:
		'Correct the line. A version stands in quotes; groups are paths of content/registry/people.yaml; an exemption has a project, a check, a reason, by (a role) and until (a day). What the file may say is in src/model/checks.ts.',
	api: 'Correct the line. An endpoint has an id, a method, a path, a title, a status and docs. What the file may say is in src/model/api.ts.',
};

/** `site.yaml` alone, for the site's configuration. */
export async function readSite(root: string): Promise<Site> {
	return parseFile('site', Site, await readYamlFile(root, registryPath.site));
}

/**
 * Reads all that the team declares.
 *
 * @param root The checkout.
 * @throws {InvalidDataError} that names file, line, what was expected, and what to do.
 */
export async function readRegistry(root: string): Promise<ReadRegistry> {
	const files = await readFiles(root);
	const site = parseFile('site', Site, files.site);
	const people = parseFile('people', withoutDoubles(DeclaredGroup, files.people), files.people);
	const clear = withClearPaths(withoutDoubles(DeclaredProject, files.projects), files.projects);
	const projects = withKnownCategories(clear, site);
	const consumers = withoutDoubles(DeclaredConsumer, files.consumers);
	const registry: Registry = {
		site,
		projects: parseFile('projects', projects, files.projects),
		consumers: parseFile('consumers', consumers, files.consumers),
		plan: parseFile('plan', PlanRules, files.plan),
		people,
		jobs: parseFile('jobs', Jobs, files.jobs),
		team: parseFile('team', Team, files.team),
		redirects: parseFile('redirects', MovedPages, files.redirects),
		checks: parseFile('checks', checkRulesFor(people, files.checks), files.checks),
		api: parseFile('api', withKnownEndpoints(Api, files.api), files.api),
	};
	const places = {
		projects: findPlaces(registry.projects, files.projects),
		consumers: findPlaces(registry.consumers, files.consumers),
		people: findPlaces(registry.people, files.people),
	};
	return {
		...registry,
		placeOf: (list, path) => places[list].get(path.toLowerCase()),
		exemptionPlaceOf: (index) => files.checks.placeOf(['exemptions', index]),
		completeGroupLineOf: (index) => files.checks.lineOf(['completeGroups', index]),
	};
}

async function readFiles(root: string): Promise<Record<keyof Registry, YamlFile>> {
	const read = (name: keyof Registry) => readYamlFile(root, registryPath[name]);
	return {
		site: await read('site'),
		projects: await read('projects'),
		consumers: await read('consumers'),
		plan: await read('plan'),
		people: await read('people'),
		jobs: await read('jobs'),
		team: await read('team'),
		redirects: await read('redirects'),
		checks: await read('checks'),
		api: await read('api'),
	};
}

function findPlaces(entries: readonly { path: string }[], file: YamlFile): Map<string, Place> {
	return new Map(
		entries.flatMap(({ path }, index) => {
			const place = file.placeOf([index]);
			return place ? [[path.toLowerCase(), place] as const] : [];
		}),
	);
}

function parseFile<Schema extends z.ZodType>(
	name: keyof Registry,
	schema: Schema,
	file: YamlFile,
): z.output<Schema> {
	return parseOrExplain(schema, file.value, {
		source: file.path,
		hint: hints[name],
		lineOf: file.lineOf,
	});
}
