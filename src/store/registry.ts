import { z } from 'zod';
import { Api } from '#model/api.ts';
import { Contact } from '#model/contact.ts';
import { Jobs } from '#model/jobs.ts';
import { Onboarding } from '#model/onboarding.ts';
import { parseOrExplain } from '#model/parse.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	type Declared,
} from '#model/declared.ts';
import { PlanRules } from '#model/plan-rules.ts';
import type { DeclaredContact, Registry } from '#model/registry.ts';
import { Site } from '#model/site.ts';
import { MovedPages } from '#model/redirects.ts';
import { optionalFiles } from '#model/registry-files.ts';
import { Team } from '#model/roster.ts';
import { DeclaredRule } from '#model/rules.ts';
import {
	checkRulesFor,
	withClearPaths,
	withKnownChannels,
	withKnownCategories,
	withoutDoubles,
} from './cross-checks.ts';
import { withKnownEndpoints } from './api-cross-checks.ts';
import { withStatableRules } from './rule-cross-checks.ts';
import { refuseUnreadFiles } from './unread-files.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export const registryFolder = 'content/registry';

export const registryPath = {
	site: 'content/registry/site.yaml',
	projects: 'content/registry/projects.yaml',
	consumers: 'content/registry/consumers.yaml',
	plan: 'content/registry/plan.yaml',
	people: 'content/registry/people.yaml',
	contact: 'content/registry/contact.yaml',
	onboarding: 'content/registry/onboarding.yaml',
	jobs: 'content/registry/jobs.yaml',
	team: 'content/registry/team.yaml',
	redirects: 'content/registry/redirects.yaml',
	checks: 'content/registry/checks.yaml',
	api: 'content/registry/api.yaml',
	rules: 'content/registry/rules.yaml',
} as const satisfies Record<keyof Registry, string>;

const lists: readonly (keyof Registry)[] = [
	'projects',
	'consumers',
	'people',
	'redirects',
	'rules',
];

const hints: Record<keyof Registry, string> = {
	site: 'Correct the line. Every key is explained in content/registry/.schema/site.json.',
	projects:
		'Correct the entry. Every key is explained in content/registry/.schema/projects.json; group and category are ids of projectGroups in content/registry/site.yaml: use one of them, or add yours there.',
	consumers:
		'Correct the entry: a consumer has a path, a name, an api with name and url, and perhaps an owner with name and url.',
	plan: 'Correct the line. Dates are written 2026-12-25, labels as GitLab writes them.',
	people:
		'Correct the entry: a group has a path, a name, a meaning and publishMembers: true or false.',
	contact:
		'Correct the line. A need has an id, a title, answers (a role), a text, asOf and source, and names a channel by its id.',
	onboarding:
		'Correct the line. A step has an id, a title, a why, a when and a target with one key: project, page, link, group, channel or label.',
	jobs: 'Correct the line. A group of stories names the slug of a job in the same file.',
	team: 'Correct the roster: it has an id, a title, a kind and the patterns of its kind. They are tried on the role as the list has it, with its HTML.',
	redirects:
		'Correct the entry: a page that has moved has a title, its old addresses in from, its new one in to, and sections.',
	checks:
		'Correct the line. A version is in quotes; groups are paths of content/registry/people.yaml; an exemption has a project, a check, a reason, by (a role) and until (a day). Every key is explained in content/registry/.schema/checks.json.',
	api: 'Correct the line. An endpoint has an id, a method, a path, a title, a status and docs. Every key is explained in content/registry/.schema/api.json.',
	rules:
		'Correct the entry: a rule has an id and what it takes, and perhaps an owner (a role) and exempt with reason, by and until. Every key is explained in content/registry/.schema/rules.json.',
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
export async function readRegistry(root: string): Promise<Registry> {
	await refuseUnreadFiles(root, registryFolder, Object.values(registryPath));
	const files = await readFiles(root);
	const parse = <Schema extends z.ZodType>(name: keyof Registry, schema: Schema) =>
		parseFile(name, schema, files[name]);
	/** `undefined`: the team leaves the file out. */
	const parseIfThere = <Schema extends z.ZodType>(name: keyof Registry, schema: Schema) =>
		files[name].value === null ? undefined : parse(name, schema);
	const site = parse('site', Site);
	const people = parse('people', withoutDoubles(DeclaredGroup, files.people));
	const clear = withClearPaths(withoutDoubles(DeclaredProject, files.projects), files.projects);
	const checks = parse('checks', checkRulesFor(people, files.checks));
	const contact = parseIfThere('contact', Contact);
	const projects = parse('projects', withKnownCategories(clear, site));
	const consumers = parse('consumers', withoutDoubles(DeclaredConsumer, files.consumers));
	const plan = parseIfThere('plan', PlanRules) ?? withoutPlan(site);
	const onboarding = parseIfThere('onboarding', withKnownChannels(Onboarding, contact));
	const registry: Omit<Registry, 'rules'> = {
		site,
		projects: withPlaces(projects, files.projects),
		consumers: withPlaces(consumers, files.consumers),
		plan,
		people: withPlaces(people, files.people),
		contact: contact && withPlacesOfNeeds(contact, files.contact),
		onboarding: onboarding && {
			...onboarding,
			steps: withPlaces(onboarding.steps, files.onboarding, 'steps'),
		},
		jobs: parseIfThere('jobs', Jobs),
		// Without rosters the list of people is not asked for, wherever it is.
		team: parseIfThere('team', Team) ?? { source: site.instance, rosters: [] },
		redirects: parse('redirects', MovedPages),
		checks: {
			...checks,
			completeGroups: withPlaces(checks.completeGroups, files.checks, 'completeGroups'),
			exemptions: withPlaces(checks.exemptions, files.checks, 'exemptions'),
		},
		api: parseIfThere('api', withKnownEndpoints(Api, files.api)) ?? withoutApi(site),
	};
	const rules = withStatableRules(z.array(DeclaredRule), registry, files.rules);
	return { ...registry, rules: withPlaces(parse('rules', rules), files.rules) };
}

function withPlacesOfNeeds(contact: Contact, file: YamlFile): DeclaredContact {
	return {
		...contact,
		sections: contact.sections.map((section, index) => ({
			...section,
			needs: withPlaces(section.needs, file, 'sections', String(index), 'needs'),
		})),
	};
}

/** No issue belongs to such a plan, so that nobody asks for its milestones either. */
function withoutPlan({ references: { group } }: Site): PlanRules {
	return {
		group,
		groupLabels: [],
		milestonePattern: '^$',
		nextMilestones: 0,
		priorities: [],
		roadmapLabels: [],
		blockedLabels: [],
		holidays: [],
	};
}

/** Nothing is declared, documented or called, so that nobody asks for any of it. */
function withoutApi({ team, instance, references }: Site): Api {
	return {
		name: team,
		docs: instance,
		surface: { project: references.project, pages: [], pattern: '^$', ignored: [] },
		notice: [],
		clients: [],
		endpoints: [],
	};
}

/** @param list The key of the file that holds them. Without one, the file itself is the list. */
function withPlaces<Entry extends object>(
	entries: readonly Entry[],
	file: YamlFile,
	...list: string[]
): Declared<Entry>[] {
	return entries.map((entry, index) => ({ ...entry, place: file.placeOf([...list, index]) }));
}

async function readFiles(root: string): Promise<Record<keyof Registry, YamlFile>> {
	const read = (name: keyof Registry) =>
		readYamlFile(root, registryPath[name], { mayBeAbsent: optionalFiles.includes(name) });
	return {
		site: await read('site'),
		projects: await read('projects'),
		consumers: await read('consumers'),
		plan: await read('plan'),
		people: await read('people'),
		contact: await read('contact'),
		onboarding: await read('onboarding'),
		jobs: await read('jobs'),
		team: await read('team'),
		redirects: await read('redirects'),
		checks: await read('checks'),
		api: await read('api'),
		rules: await read('rules'),
	};
}

function parseFile<Schema extends z.ZodType>(
	name: keyof Registry,
	schema: Schema,
	file: YamlFile,
): z.output<Schema> {
	const nothing = optionalFiles.includes(name) ? {} : null;
	return parseOrExplain(schema, file.value ?? (lists.includes(name) ? [] : nothing), {
		source: file.path,
		hint: hints[name],
		lineOf: file.lineOf,
		quotes: true,
	});
}
