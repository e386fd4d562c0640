import { getCollection, getEntry } from 'astro:content';
import { site } from '#site.ts';
import { checkProjects, type CheckedProject } from '#core/inventory/checks/check-projects.ts';
import type { CheckRules, DeclaredTool } from '#model/checks.ts';
import type { ChecksOfDay } from '#model/history.ts';
import type { Place } from '#model/registry.ts';
import { oncePerBuild } from './once-per-build.ts';
import { readAbout } from './snapshot.ts';

export type { CheckedProject };

/** What the inventory is checked for. */
export async function readCheckRules(): Promise<
	CheckRules & { exemptionPlaces: (Place | null)[]; completeGroupLines: (number | null)[] }
> {
	const entry = await getEntry('checkRules', 'checks');
	// The loader throws when there is no file, so this is for a collection that was renamed.
	if (!entry)
		throw new Error('The collection "checkRules" of src/content.config.ts has no entry "checks".');
	return entry.data;
}

/** The tools whose version is to be the same everywhere: those that tables have a column for. */
export async function readAgreedTools(): Promise<DeclaredTool[]> {
	const { tools } = await readCheckRules();
	return tools.filter(({ agreed }) => agreed !== undefined);
}

/** All projects of the registry with their checks, by declared path. */
export const readProjectChecks = oncePerBuild(checkAllProjects);

async function checkAllProjects(): Promise<ReadonlyMap<string, CheckedProject>> {
	const [about, checks, declared, projects, groupProjects, groups, access] = await Promise.all([
		readAbout(),
		readCheckRules(),
		getCollection('declaredProjects'),
		getCollection('projects'),
		getCollection('groupProjects'),
		getCollection('groups'),
		getCollection('access'),
	]);
	const places = new Map(declared.map(({ data: { path, place } }) => [path.toLowerCase(), place]));
	const checked = checkProjects(
		{ site, checks, projects: declared.map(({ data }) => data) },
		{
			about,
			rows: {
				projects: projects.map(({ data }) => data),
				'group-projects': groupProjects.map(({ data }) => data),
				groups: groups.map(({ data }) => data),
				access: access.map(({ data }) => data),
			},
		},
		(_, path) => places.get(path.toLowerCase()),
	);
	return new Map(checked.map((one) => [one.declared.path, one]));
}

/** What came of the checks on earlier days, of the same kind of snapshot from the same GitLab. */
export const readCheckHistory = oncePerBuild(async (): Promise<ChecksOfDay[]> => {
	const { sample, source } = await readAbout();
	const days = await getCollection(
		'checkHistory',
		({ data }) => data.sample === sample && data.source === source,
	);
	return days.map(({ data }) => data);
});
