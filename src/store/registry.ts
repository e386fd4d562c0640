import { z } from 'zod';
import { Api } from '#model/api.ts';
import { CheckRules } from '#model/checks.ts';
import { Contact } from '#model/contact.ts';
import { Jobs } from '#model/jobs.ts';
import { Onboarding } from '#model/onboarding.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	type Declared,
} from '#model/declared.ts';
import { PlanRules } from '#model/plan-rules.ts';
import {
	registryFiles,
	type DeclaredContact,
	type Registry,
	type RegistryFile,
} from '#model/registry.ts';
import { Site } from '#model/site.ts';
import { MovedPages } from '#model/redirects.ts';
import { Team } from '#model/roster.ts';
import { DeclaredRule } from '#model/rules.ts';
import {
	clearPaths,
	knownCategories,
	knownChannels,
	knownGroups,
	uniquePaths,
} from './cross-checks.ts';
import { knownEndpoints } from './api-cross-checks.ts';
import { statableRules } from './rule-cross-checks.ts';
import {
	parseRegistryFile,
	readRegistryFiles,
	registryFolder,
	registryPath,
} from './registry-files.ts';
import { throwWithOthers } from './registry-mistakes.ts';
import { refuseUnreadFiles } from './unread-files.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** `site.yaml` alone, for the site's configuration. */
export async function readSite(root: string): Promise<Site> {
	return parseRegistryFile('site', Site, await readYamlFile(root, registryPath('site')));
}

/**
 * Reads all that the team declares.
 *
 * @param root The checkout.
 * @throws {InvalidDataError} that names file, line, what was expected, and what to do.
 */
export async function readRegistry(root: string): Promise<Registry> {
	try {
		await refuseUnreadFiles(root, registryFolder, registryFiles.map(registryPath));
		return toRegistry(await readRegistryFiles(root));
	} catch (error) {
		return throwWithOthers(error, root);
	}
}

function toRegistry(files: Record<RegistryFile, YamlFile>): Registry {
	const parse = <Schema extends z.ZodType>(name: RegistryFile, schema: Schema) =>
		parseRegistryFile(name, schema, files[name]);
	/** `undefined`: the team leaves the file out. */
	const parseIfThere = <Schema extends z.ZodType>(name: RegistryFile, schema: Schema) =>
		files[name].value === null ? undefined : parse(name, schema);
	const site = parse('site', Site);
	const entries = <Entry extends z.ZodType<{ path: string }>>(entry: Entry, file: YamlFile) =>
		z.array(entry).superRefine(uniquePaths(file));
	const people = parse('people', entries(DeclaredGroup, files.people));
	const checks = parse('checks', CheckRules.superRefine(knownGroups(people, files.checks)));
	const contact = parseIfThere('contact', Contact);
	const clear = entries(DeclaredProject, files.projects).superRefine(clearPaths(files.projects));
	const projects = parse('projects', clear.superRefine(knownCategories(site)));
	const consumers = parse('consumers', entries(DeclaredConsumer, files.consumers));
	const plan = parseIfThere('plan', PlanRules) ?? withoutPlan(site);
	const onboarding = parseIfThere('onboarding', Onboarding.superRefine(knownChannels(contact)));
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
		api: parseIfThere('api', Api.superRefine(knownEndpoints(files.api))) ?? withoutApi(site),
	};
	const rules = z.array(DeclaredRule).superRefine(statableRules(registry, files.rules));
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
