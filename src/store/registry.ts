import { z } from 'zod';
import { Jobs } from '#model/jobs.ts';
import { InvalidDataError, parseOrExplain } from '#model/parse.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	PlanRules,
	Site,
	type Registry,
} from '#model/registry.ts';
import { MovedPages } from '#model/redirects.ts';
import { Team } from '#model/roster.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export const registryPath = {
	site: 'content/registry/site.yaml',
	projects: 'content/registry/projects.yaml',
	consumers: 'content/registry/consumers.yaml',
	plan: 'content/registry/plan.yaml',
	people: 'content/registry/people.yaml',
	jobs: 'content/registry/jobs.yaml',
	team: 'content/registry/team.yaml',
	redirects: 'content/registry/redirects.yaml',
} as const satisfies Record<keyof Registry, string>;

/** A declared entry of these files is found again by its path. */
export type EntryList = 'projects' | 'consumers' | 'people';

export interface ReadRegistry extends Registry {
	/** Where an entry is declared, `content/registry/projects.yaml:14`; without a line when there is none. */
	declaredAt: (list: EntryList, path: string) => string;
}

const hints: Record<keyof Registry, string> = {
	site: 'Correct the line. What the file may say is in src/model/registry.ts.',
	projects:
		'Correct the entry. Its group and category are ids of projectGroups in content/registry/site.yaml: use one of them, or add yours there.',
	consumers: 'Correct the entry: a consumer has a path, a name and an api with name and url.',
	plan: 'Correct the line. Dates are written 2026-12-25, labels as GitLab writes them.',
	people:
		'Correct the entry: a group has a path, a name, a meaning and publishMembers: true or false.',
	jobs: 'Correct the line. A group of stories names the slug of a job that stands in the same file.',
	team: 'Correct the roster: it has an id, a title, a kind and the patterns of its kind. They are tried on the role as the list has it, with its HTML.',
	redirects:
		'Correct the entry: a page that has moved has a title, its old addresses in from, its new one in to, and sections.',
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
	const [site, projects, consumers, plan, people, jobs, team, redirects] = await Promise.all([
		readYamlFile(root, registryPath.site),
		readYamlFile(root, registryPath.projects),
		readYamlFile(root, registryPath.consumers),
		readYamlFile(root, registryPath.plan),
		readYamlFile(root, registryPath.people),
		readYamlFile(root, registryPath.jobs),
		readYamlFile(root, registryPath.team),
		readYamlFile(root, registryPath.redirects),
	]);
	const files = { projects, consumers, people };
	const declaredSite = parseFile('site', Site, site);
	const registry: Registry = {
		site: declaredSite,
		projects: parseFile('projects', withoutDoubles(DeclaredProject, projects), projects),
		consumers: parseFile('consumers', withoutDoubles(DeclaredConsumer, consumers), consumers),
		plan: parseFile('plan', PlanRules, plan),
		people: parseFile('people', withoutDoubles(DeclaredGroup, people), people),
		jobs: parseFile('jobs', Jobs, jobs),
		team: parseFile('team', Team, team),
		redirects: parseFile('redirects', MovedPages, redirects),
	};
	explainUnknownCategories(registry, projects);
	return {
		...registry,
		declaredAt: (list, path) => {
			const index = registry[list].findIndex((entry) => entry.path === path);
			const line = index < 0 ? undefined : files[list].lineOf([index]);
			return line ? `${registryPath[list]}:${String(line)}` : registryPath[list];
		},
	};
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

/** GitLab compares paths without regard to case, so two spellings are one project. */
function withoutDoubles<Entry extends z.ZodType<{ path: string }>>(entry: Entry, file: YamlFile) {
	return z.array(entry).superRefine((entries, context) => {
		const first = new Map<string, number>();
		entries.forEach(({ path }, index) => {
			const earlier = first.get(path.toLowerCase());
			if (earlier === undefined) first.set(path.toLowerCase(), index);
			else {
				const line = String(file.lineOf([earlier]) ?? '?');
				context.addIssue({
					code: 'custom',
					path: [index, 'path'],
					message: `Doubled path: ${path} is declared on line ${line} already. Expected each path once`,
				});
			}
		});
	});
}

function explainUnknownCategories({ site, projects }: Registry, file: YamlFile): void {
	const mismatches = projects.flatMap((project, index) => {
		const group = site.projectGroups.find(({ id }) => id === project.group);
		const categories = group?.categories.map(({ id }) => id) ?? [];
		const at = (key: string) =>
			`\n  → at [${String(index)}].${key} (line ${String(file.lineOf([index, key]) ?? '?')})`;
		if (!group) {
			return `✖ Unknown group "${project.group}": expected one of ${quoted(site.projectGroups.map(({ id }) => id))}${at('group')}`;
		}
		if (project.category === undefined) {
			return categories.length === 0
				? []
				: `✖ Missing category: the group "${group.id}" expects one of ${quoted(categories)}${at('category')}`;
		}
		return categories.includes(project.category)
			? []
			: `✖ Unknown category "${project.category}": expected ${categories.length === 0 ? `none, since the group "${group.id}" has no categories` : `one of ${quoted(categories)}`}${at('category')}`;
	});
	if (mismatches.length > 0) {
		throw new InvalidDataError(
			[`${file.path} is not valid.`, ...mismatches, hints.projects].join('\n'),
		);
	}
}

function quoted(words: readonly string[]): string {
	return words.map((word) => `"${word}"`).join(', ');
}
