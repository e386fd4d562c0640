import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from '../planted.ts';
import type { WorldPipeline, WorldProject } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import { knownFacts } from './facts.ts';
import { sampleFiles } from './files.ts';
import { kindOf, traitsOf } from './kinds.ts';
import { chance, idFor, numberFor, pick } from '../seed.ts';
import { type SpecialState, assignStates } from './states.ts';
import { sampleVersions } from './versions.ts';

/** What the registry says of a project, declared or consumer. */
interface Declared {
	path: string;
	name: string;
	deprecated?: boolean;
	archived?: boolean;
	tree?: { ref: string; path: string } | undefined;
}

export interface SampleProjects {
	projects: WorldProject[];
	moved: Map<string, number>;
}

/** Everything that the registry declares on this instance, and some that it does not. */
export function sampleProjects(registry: Registry, today: IsoDate): SampleProjects {
	const asked: Declared[] = [
		...registry.projects.filter(({ instance }) => instance === undefined),
		...registry.consumers,
	];
	const ordinary = asked.filter(
		({ path, deprecated, archived }) =>
			knownFacts[path] === undefined && deprecated !== true && archived !== true,
	);
	const states = assignStates(ordinary.map(({ path }) => path));
	const declared = asked.map((entry) => project(entry, states.get(entry.path), today, registry));
	const moved = new Map<string, number>();
	for (const { path } of asked) {
		if (knownFacts[path]?.movedTo !== undefined) moved.set(path, idFor(path));
	}
	const others = undeclared(registry, today);
	// Something that is declared is not made a second time.
	const byPath = new Map([...others, ...declared].map((entry) => [entry.path, entry]));
	return { projects: [...byPath.values()], moved };
}

/** A project that the registry does not name, beside those that it names, and a private one. */
function undeclared(registry: Registry, today: IsoDate): WorldProject[] {
	const { group, planningIssues } = registry.plan;
	const parents = new Set(registry.projects.map(({ path }) => parentOf(path)));
	const beside = [...parents]
		.filter((parent) => chance(`undeclared ${parent}`, 60))
		.map((parent) => ({ path: `${parent}/sample-sandbox`, name: 'Sample sandbox' }));
	const open = [
		...beside,
		{ path: planningIssues.project, name: 'Planning' },
		{ path: `${group}/sample-monolith`, name: 'Sample monolith' },
		{ path: registry.site.handbook.project, name: 'Handbook' },
	];
	const hidden = { path: `${group}/${planted.privateProject}`, name: planted.privateProject };
	return [
		...open.map((entry) => project(entry, undefined, today, registry)),
		{ ...project(hidden, undefined, today, registry), visibility: 'private' },
	];
}

function project(
	declared: Declared,
	state: SpecialState | undefined,
	today: IsoDate,
	registry: Registry,
): WorldProject {
	const { path, name } = declared;
	const facts = knownFacts[path] ?? {};
	const kind = kindOf(path);
	const traits = traitsOf(kind);
	const branch = declared.tree?.ref ?? 'main';
	const isOver = declared.deprecated === true || declared.archived === true;
	const quietDays = isOver ? 500 : 1 + numberFor(`activity ${path}`, 20);
	const lastActivity = addDays(today, -quietDays);
	return {
		id: facts.id ?? idFor(path),
		path: facts.movedTo ?? path,
		name,
		description: `Sample text that stands in for the description of ${name}.`,
		visibility: facts.isPrivate ? 'private' : 'public',
		createdAt: instantOn(addDays(today, -900 - numberFor(`age ${path}`, 2000)), path),
		lastActivityAt: instantOn(lastActivity, `activity ${path}`),
		topics: [...traits.topics],
		stars: numberFor(`stars ${path}`, 60),
		forks: numberFor(`forks ${path}`, 20),
		archived: isOver,
		defaultBranch: branch,
		license: facts.license ?? null,
		languages: { ...traits.languages },
		...sampleVersions(path, traits.versions, facts, state, today),
		pipelines: state === 'no-pipelines' ? [] : pipelines(path, branch, lastActivity),
		files: sampleFiles(path, name, kind, facts, state),
		hidden: hiddenParts(state),
		commitAuthor: { name: 'Ada Example', email: planted.email },
		runnersToken: planted.runnersToken,
		sharedWith: [
			...registry.people.map(({ path: group }, index) => ({
				group,
				accessLevel: index === 0 ? 40 : 30,
			})),
			{ group: planted.privateGroup, accessLevel: 30 },
		],
	};
}

/** The last three of the default branch, and a newer one of another branch. */
function pipelines(path: string, branch: string, last: IsoDate): WorldPipeline[] {
	const newest = idFor(`pipeline ${path}`);
	return Array.from({ length: 4 }, (_, back) => {
		const key = `pipeline ${path} ${String(back)}`;
		const day = addDays(last, -Math.max(0, back - 1) * 3);
		return {
			id: newest - back,
			iid: 400 - back,
			status: statusOf(path, back),
			source: back === 2 ? 'schedule' : 'push',
			ref: back === 0 ? 'sample-branch' : branch,
			sha: back === 1 ? null : idFor(key).toString(16).padStart(40, '0'),
			createdAt: instantOn(day, key).replace(/T../, 'T05'),
			updatedAt: instantOn(day, key),
		};
	});
}

function statusOf(path: string, back: number): string {
	if (back === 0) return 'failed';
	return pick(`status ${path} ${String(back)}`, [
		'success',
		'success',
		'success',
		'success',
		'success',
		'failed',
		'running',
		'canceled',
	]);
}

function hiddenParts(state: SpecialState | undefined): WorldProject['hidden'] {
	if (state === 'pipelines-hidden') return ['pipelines'];
	if (state === 'code-hidden') return ['repository'];
	return [];
}

function parentOf(path: string): string {
	return path.split('/').slice(0, -1).join('/');
}
