import {
	fingerprintFileRules,
	isReadFor,
	toFileRules,
	type FileRules,
} from '#core/inventory/file-rules.ts';
import type { Outcomes } from '#core/snapshot/last-good.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { isPulled, type Snapshot } from '#model/snapshot.ts';
import { anonymousClient } from '#gitlab/transport/client.ts';
import {
	pullCurrentProjects,
	type CurrentProjects,
	type KnownProjects,
} from './current-projects.ts';
import { forgetFiles } from '#gitlab/files/file-facts.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { knownList } from './kept-groups.ts';
import { Licenses } from './licenses.ts';
import { askWithin, findListedGroups, pullListings, shareListings } from './listings.ts';
import { pullFiles } from '#gitlab/files/project-files.ts';
import { pullGroupProjects } from './pull-group-projects.ts';
import { pullProjects, type Declared } from './pull-projects.ts';
import type { RequestBudget } from './request-budget.ts';
import { tellProjects } from './told-projects.ts';
import { once, type Count, type Puller, type Source } from './source.ts';

type ProjectList = 'projects' | 'consumers';

interface ProjectPullers {
	pullers: Record<ProjectList | 'group-projects', Puller>;
	/** Which declared projects a stranger sees. */
	currentProjects: () => Promise<CurrentProjects>;
	/** Which declared consumers a stranger sees. */
	currentConsumers: () => Promise<CurrentProjects>;
	/** Waits until neither projects nor consumers ask for anything. */
	done: () => Promise<void>;
}

/** The lists of projects, which share listings of groups and what they know of GraphQL. */
export function projectPullers(
	source: Source,
	count: Count,
	budget: RequestBudget,
): ProjectPullers {
	const { registry, requester } = source;
	const listingsOf = shareListings();
	const asked = { graphql: new Graphql(requester), licenses: new Licenses() };
	const shared: Shared = { source, count, budget, ...asked, listingsOf };
	const projects = projectPuller('projects', registry.projects, shared);
	const consumers = projectPuller('consumers', registry.consumers, shared, projects);
	return {
		pullers: {
			projects: projects.puller,
			consumers: consumers.puller,
			'group-projects': groupProjectsPuller(shared),
		},
		currentProjects: projects.current,
		currentConsumers: consumers.current,
		done: async () => {
			await Promise.all([projects.done(), consumers.done()]);
		},
	};
}

interface Shared {
	source: Source;
	count: Count;
	budget: RequestBudget;
	/** Asked by one list after the other, since what the one learns of it counts for the next. */
	graphql: Graphql;
	licenses: Licenses;
	listingsOf: ReturnType<typeof shareListings>;
}

/** What a list waits for that comes after another one. */
interface Before {
	/** Until GraphQL has told of the other's projects. */
	told: () => Promise<unknown>;
	done: () => Promise<unknown>;
}

const nothingBefore: Before = { told: () => Promise.resolve(), done: () => Promise.resolve() };

function projectPuller(
	list: ProjectList,
	declared: readonly Declared[],
	{ source, count, budget, graphql, licenses, listingsOf }: Shared,
	before = nothingBefore,
) {
	const { url, requester, registry, lastGood, now } = source;
	const onAttempt = count(list);
	const client = anonymousClient(url, requester, onAttempt);
	const here = findPathsHere(declared);
	const rules = toFileRules(registry);
	const known = knownProjects(list, lastGood, rules);
	const ask = listingsOf(client);
	const listings = () => pullListings(ask, findListedGroups(here));
	const current = once(() =>
		// What is asked of each of them then takes as many.
		pullCurrentProjects(here, { client, listings, known, left: () => budget.left / 2 }),
	);
	const left = () => budget.leftFor(here.length);
	const pull = async (onRow: () => void, hasTold: () => void): Promise<Outcomes> => {
		const hasAllElse = budget.begin();
		const pulled = pullProjects(declared, {
			client,
			current: current(),
			tellProjects: async (questions) => {
				await before.told();
				return tellProjects(graphql, questions, onAttempt).finally(hasTold);
			},
			pullFiles: async (questions) => {
				hasAllElse();
				if (questions.length === 0) return [];
				await Promise.all([budget.settle(), before.done()]);
				return pullFiles(questions, { client, requester, graphql, onAttempt, left });
			},
			licenses,
			rules,
			now,
			onRow,
		});
		const { rows, partial } = await pulled.finally(hasAllElse);
		return { [list]: { kind: 'rows', rows, partial, mayBeEmpty: here.length === 0 } };
	};
	let told: Promise<unknown> = Promise.resolve();
	let done: Promise<unknown> = Promise.resolve();
	const puller: Puller = {
		of: declared.length,
		pull: (onRow) => {
			const telling = Promise.withResolvers<undefined>();
			const outcomes = pull(onRow, () => {
				telling.resolve(undefined);
			});
			done = outcomes.catch(() => undefined);
			told = Promise.race([telling.promise, done]);
			return outcomes;
		},
	};
	return { puller, current, told: () => told, done: () => done };
}

function findPathsHere(declared: readonly Declared[]): ProjectPath[] {
	return declared.filter(({ instance }) => instance === undefined).map(({ path }) => path);
}

/** Files that were read when the registry looked for other things in them have to be read again. */
function knownProjects(
	list: ProjectList,
	lastGood: Snapshot | undefined,
	rules: FileRules,
): KnownProjects | undefined {
	const state = lastGood?.about.lists[list];
	if (!lastGood || !state || !isPulled(state)) return undefined;
	const rows = lastGood.rows[list];
	const lookedFor = lastGood.about.filesFor[list];
	return {
		rows: isReadFor(lookedFor, fingerprintFileRules(rules))
			? rows
			: rows.map((row) => ({
					...row,
					facts: row.facts && forgetFiles(row.facts, rules, lookedFor),
				})),
		pulledAt: state.pulledAt,
	};
}

function groupProjectsPuller({ source, count, listingsOf }: Shared): Puller {
	const { url, requester, registry, lastGood } = source;
	const groups = registry.checks.completeGroups.map(({ path }) => path);
	const client = anonymousClient(url, requester, count('group-projects'));
	const ask = askWithin(listingsOf(client), findListedGroups(findPathsHere(registry.projects)));
	return {
		of: groups.length,
		pull: async (onGroup) => {
			const known = knownList(lastGood, 'group-projects');
			const asked = await pullGroupProjects(ask, groups, known, onGroup);
			// A listing that came is whole: what is not in it is not to be seen.
			return { 'group-projects': { kind: 'rows', ...asked, mayShrink: true } };
		},
	};
}
