import { fingerprintFileRules, isReadFor, toFileRules, type FileRules } from '#core/file-rules.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { anonymousClient } from './client.ts';
import {
	pullCurrentProjects,
	type CurrentProjects,
	type KnownProjects,
} from './current-projects.ts';
import { forgetFiles } from './file-facts.ts';
import { Graphql } from './graphql.ts';
import { Ledger } from './ledger.ts';
import { findListedGroups, pullListings, shareListings, type AskListing } from './listings.ts';
import type { FileQuestion } from './file-reading.ts';
import { pullFiles } from './project-files.ts';
import { pullGroupProjects } from './pull-group-projects.ts';
import { pullProjects, type Declared } from './pull-projects.ts';
import { planRequests } from './request-plan.ts';
import { once, type Count, type Puller, type Source } from './source.ts';

type ProjectList = 'projects' | 'consumers';

interface ProjectPullers {
	pullers: Record<ProjectList | 'group-projects', Puller>;
	/** Which declared projects a stranger sees. */
	currentProjects: () => Promise<CurrentProjects>;
	/** Which declared consumers a stranger sees. */
	currentConsumers: () => Promise<CurrentProjects>;
}

/** The lists of projects, which share listings of groups and what they know of GraphQL. */
export function projectPullers(source: Source, count: Count): ProjectPullers {
	const { registry } = source;
	const shared: Shared = {
		source,
		count,
		graphql: new Graphql(source.requester),
		listingsOf: shareListings(),
	};
	const projects = projectPuller('projects', registry.projects, shared);
	const consumers = projectPuller('consumers', registry.consumers, shared, projects.unused);
	return {
		pullers: {
			projects: projects.puller,
			consumers: consumers.puller,
			'group-projects': groupProjectsPuller(shared),
		},
		currentProjects: projects.current,
		currentConsumers: consumers.current,
	};
}

interface Shared {
	source: Source;
	count: Count;
	/** Asked by one list after the other, since what the one learns of it counts for the next. */
	graphql: Graphql;
	listingsOf: ReturnType<typeof shareListings>;
}

/** @param takeOver Requests that another list has left, as soon as it is done. */
function projectPuller(
	list: ProjectList,
	declared: readonly Declared[],
	shared: Shared,
	takeOver: () => Promise<number> = () => Promise.resolve(0),
) {
	const { source, count } = shared;
	const { url, requester, registry, lastGood, now, token } = source;
	const ledger = new Ledger();
	const client = anonymousClient(url, requester, (address) => {
		ledger.note(address);
		count(list);
	});
	const here = declared.filter(({ instance }) => instance === undefined).map(({ path }) => path);
	const rules = toFileRules(registry);
	const known = knownProjects(list, lastGood, rules);
	const ask = shared.listingsOf(client);
	const listings = once(() => pullListings(ask, findListedGroups(here), known && here));
	const current = once(() => pullCurrentProjects(here, { client, listings, known }));
	let budget = planRequests(registry, { withToken: token !== undefined })[list];
	const files = {
		client,
		graphql: shared.graphql,
		onQuery: () => {
			ledger.noteQuery();
			count(list);
		},
		left: () => Math.max(0, budget - ledger.count),
	};
	const pullListFiles = async (questions: readonly FileQuestion[]) => {
		if (questions.length > 0) budget += await takeOver();
		return pullFiles(questions, files);
	};
	const pull: Puller['pull'] = async (onRow) => {
		const pulled = pullProjects(declared, {
			client,
			listings: listings(),
			current: current(),
			pullFiles: pullListFiles,
			rules,
			now,
			onRow,
		});
		const [, rows] = await Promise.all([listings(), pulled]);
		return { [list]: { kind: 'rows', rows, mayBeEmpty: here.length === 0 } };
	};
	return { ...withUnused({ of: declared.length, pull }, files.left), current };
}

/** Tells what is left when the list is done; nothing when it is not asked for, or has failed. */
function withUnused(
	{ of, pull }: Puller,
	left: () => number,
): { puller: Puller; unused: () => Promise<number> } {
	let pulled: Promise<unknown> | undefined;
	return {
		puller: {
			of,
			pull: (onStep) => {
				const outcomes = pull(onStep);
				pulled = outcomes;
				return outcomes;
			},
		},
		unused: async () => {
			const isDone = await pulled?.then(
				() => true,
				() => false,
			);
			return isDone === true ? left() : 0;
		},
	};
}

/** Files that were read when the registry looked for other things in them have to be read again. */
function knownProjects(
	list: ProjectList,
	lastGood: Snapshot | undefined,
	rules: FileRules,
): KnownProjects | undefined {
	const state = lastGood?.about.lists[list];
	if (!lastGood || !state || state.state === 'missing') return undefined;
	const rows = lastGood.rows[list];
	const lookedFor = lastGood.about.filesFor[list];
	return {
		rows: isReadFor(lookedFor, fingerprintFileRules(rules))
			? rows
			: rows.map((row) => ({
					...row,
					facts: row.facts && forgetFiles(row.facts, rules.tools, lookedFor),
				})),
		pulledAt: state.pulledAt,
	};
}

function groupProjectsPuller({ source, count, listingsOf }: Shared): Puller {
	const { url, requester, registry } = source;
	const groups = registry.checks.completeGroups;
	const client = anonymousClient(url, requester, () => {
		count('group-projects');
	});
	const ask: AskListing = listingsOf(client);
	return {
		of: groups.length,
		pull: async (onGroup) => ({
			'group-projects': { kind: 'rows', ...(await pullGroupProjects(ask, groups, onGroup)) },
		}),
	};
}
