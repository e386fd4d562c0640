import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from '../planted.ts';
import type { WorldProject, WorldShare } from '../world.ts';
import { addDays, instantOn } from './calendar.ts';
import type { ProjectDraft } from './draft.ts';
import { sampleFiles } from './files.ts';
import { kindOf, traitsOf } from './kinds.ts';
import { chance, idFor, numberFor } from '../seed.ts';
import { samplePipelines } from './pipelines.ts';
import { type SampleShares, sampleShares, sharesOfOthers, usualShares } from './shares.ts';
import { type SpecialState, assignStates, assignToolStates } from './states.ts';
import { undeclaredProjects } from './undeclared.ts';
import { sampleVersions } from './versions.ts';

const mit = { key: 'mit', name: 'MIT License' };
const apache = { key: 'apache-2.0', name: 'Apache License 2.0' };

/** What is known of a project before it is invented: declared, consumer or neither. */
interface Known {
	path: string;
	name: string;
	deprecated?: boolean;
	archived?: boolean;
	private?: boolean;
	tree?: { ref: string; path: string } | undefined;
	releaseOverdueAfterDays?: number | undefined;
}

export interface SampleProjects {
	projects: WorldProject[];
	moved: Map<string, number>;
	/** By path of a group: those with which all of it is shared. */
	groupShares: SampleShares['groups'];
}

/** Everything that the registry declares on this instance, and some that it does not. */
export function sampleProjects(registry: Registry, today: IsoDate): SampleProjects {
	const maintained: Known[] = registry.projects.filter(({ instance }) => instance === undefined);
	const asked: Known[] = [...maintained, ...registry.consumers];
	const ordinary = asked.filter(isOrdinary).map(({ path }) => path);
	const states = assignStates(ordinary);
	const toolStates = assignToolStates(ordinary.filter((path) => !states.has(path)));
	const shares = sampleShares(
		registry,
		maintained
			.map(({ path }) => path)
			.filter((path) => ordinary.includes(path) && states.get(path) !== 'moved'),
	);
	const make = (known: Known, turn: number, sharedWith: readonly WorldShare[]): WorldProject => {
		const { path, name, releaseOverdueAfterDays } = known;
		const [state, tooling] = [states.get(path), toolStates.get(path)];
		const what = { path, name, kind: kindOf(path), releaseOverdueAfterDays };
		return project(known, { registry, today, ...what, state, tooling, turn }, sharedWith);
	};
	const usual = (path: string) => shares.projects.get(path) ?? usualShares(registry, path, today);
	const all = [
		...undeclaredProjects(registry).map((known, turn) => make(known, turn, usual(known.path))),
		...registry.consumers.map((known, turn) => make(known, turn, sharesOfOthers)),
		...maintained.map((known, turn) => make(known, turn, usual(known.path))),
	];
	return {
		// Something that is declared is not made a second time.
		projects: [...new Map(all.map((entry) => [entry.path, entry])).values()],
		moved: new Map(
			[...states].flatMap(([path, state]) => (state === 'moved' ? [[path, idFor(path)]] : [])),
		),
		groupShares: shares.groups,
	};
}

/** The registry says nothing of it that a special state would contradict. */
function isOrdinary({ deprecated, archived, private: isPrivate }: Known): boolean {
	return !deprecated && !archived && !isPrivate;
}

function project(
	known: Known,
	draft: ProjectDraft,
	sharedWith: readonly WorldShare[],
): WorldProject {
	const { path, name, kind, state, today } = draft;
	const traits = traitsOf(kind);
	const branch = known.tree?.ref ?? 'main';
	const isOver = known.deprecated === true || known.archived === true;
	const quietDays = isOver ? 500 : 1 + numberFor(`activity ${path}`, 20);
	const lastActivity = addDays(today, -quietDays);
	const some = chance(`apache ${path}`, 10) ? apache : mit;
	const license = chance(`license ${path}`, 85) ? some : null;
	return {
		id: idFor(path),
		path: state === 'moved' ? path.replace(/[^/]+$/, 'moved/$&') : path,
		name,
		description: `Sample text that stands in for the description of ${name}.`,
		visibility: known.private ? 'private' : 'public',
		createdAt: instantOn(addDays(today, -900 - numberFor(`age ${path}`, 2000)), path),
		lastActivityAt: instantOn(lastActivity, `activity ${path}`),
		topics: [...traits.topics],
		stars: numberFor(`stars ${path}`, 60),
		forks: numberFor(`forks ${path}`, 20),
		archived: isOver,
		defaultBranch: branch,
		license,
		languages: { ...traits.languages },
		...sampleVersions(draft, traits.versions),
		pipelines: state === 'no-pipelines' ? [] : samplePipelines(path, branch, lastActivity, today),
		files: sampleFiles(draft, license),
		hidden: hiddenParts(state),
		commitAuthor: { name: 'Ada Example', email: planted.email },
		runnersToken: planted.runnersToken,
		sharedWith: [...sharedWith],
	};
}

function hiddenParts(state: SpecialState | undefined): WorldProject['hidden'] {
	if (state === 'pipelines-hidden') return ['pipelines'];
	if (state === 'code-hidden') return ['repository'];
	return [];
}
