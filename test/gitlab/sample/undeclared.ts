import type { Registry } from '#model/registry.ts';
import { isWithin } from '../access.ts';
import { planted } from '../planted.ts';
import { chance } from '../seed.ts';

/** A project that is in the world and not in the registry. */
export interface Undeclared {
	path: string;
	name: string;
	archived?: boolean;
	/** Strangers do not see it. */
	private?: true;
}

/** Projects that the registry does not name, beside those that it names, and private ones. */
export function undeclaredProjects(registry: Registry): Undeclared[] {
	const { group, planningIssues } = registry.plan;
	const parents = new Set(
		registry.projects.map(({ path }) => path.split('/').slice(0, -1).join('/')),
	);
	const beside = [...parents]
		.filter((parent) => chance(`undeclared ${parent}`, 60) && !isComplete(registry, parent))
		.map((parent) => ({ path: `${parent}/sample-sandbox`, name: 'Sample sandbox' }));
	return [
		...beside,
		...(planningIssues ? [{ path: planningIssues.project, name: 'Planning' }] : []),
		{ path: `${group}/sample-monolith`, name: 'Sample monolith' },
		{ path: registry.site.handbook.project, name: 'Handbook' },
		{ path: `${group}/${planted.privateProject}`, name: planted.privateProject, private: true },
		...inCompleteGroups(registry),
		...apiProjects(registry),
	];
}

/** Where the API is documented, and where the libraries by which it is called are made. */
function apiProjects({ api: { surface, clients, endpoints } }: Registry): Undeclared[] {
	if (endpoints.length === 0) return [];
	return [
		{ path: surface.project, name: 'Sample of a documentation' },
		...clients.flatMap(({ project, name }) =>
			project === undefined ? [] : { path: project, name },
		),
	];
}

/** What ought to be in the registry: one that is in use, one that is not, and some that nobody sees. */
function inCompleteGroups({ checks: { completeGroups } }: Registry): Undeclared[] {
	const groups = completeGroups.map(({ path }) => path);
	const [first, last] = [groups[0], groups.at(-1)];
	if (first === undefined || last === undefined) return [];
	return [
		{ path: `${first}/sample-newcomer`, name: 'Sample newcomer' },
		{ path: `${last}/sample-retired`, name: 'Sample retired', archived: true },
		...groups.map((group) => ({
			path: `${group}/${planted.undeclaredProject}`,
			name: planted.undeclaredProject,
			private: true as const,
		})),
	];
}

function isComplete({ checks }: Registry, group: string): boolean {
	return checks.completeGroups.some(({ path }) => isWithin(group, path));
}
