import {
	fingerprintFileRules,
	isReadFor,
	toFileRules,
	type FileRules,
} from '#core/inventory/file-rules.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { anonymousClient } from '#gitlab/transport/client.ts';
import {
	pullCurrentProjects,
	type CurrentProjects,
	type KnownProjects,
} from './current-projects.ts';
import { fileBudget } from '#gitlab/files/file-budget.ts';
import { forgetFiles } from '#gitlab/files/file-facts.ts';
import { Graphql } from '#gitlab/files/graphql.ts';
import { Ledger } from '#gitlab/transport/ledger.ts';
import { findListedGroups, pullListings, shareListings, type AskListing } from './listings.ts';
import { pullFiles } from '#gitlab/files/project-files.ts';
import { pullGroupProjects } from './pull-group-projects.ts';
import { pullProjects, type Declared } from './pull-projects.ts';
import { planFileRequests } from './request-plan.ts';
import { once, type Count, type Puller, type Source } from './source.ts';
import type { Spending } from './spending.ts';

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
export function projectPullers(source: Source, count: Count, spending: Spending): ProjectPullers {
	const { registry, token } = source;
	const projectsLedger = new Ledger();
	const shared: Shared = {
		source,
		count,
		spending,
		graphql: new Graphql(source.requester),
		listingsOf: shareListings(),
		plan: once(async () => {
			await spending.settle();
			const spent = { projects: projectsLedger.count, all: spending.ofOthers };
			return planFileRequests(registry, spent, { withToken: token !== undefined });
		}),
	};
	const projects = projectPuller('projects', registry.projects, shared, projectsLedger);
	const consumers = projectPuller(
		'consumers',
		registry.consumers,
		shared,
		new Ledger(),
		projects.unused,
	);
	return {
		pullers: {
			projects: projects.puller,
			consumers: consumers.puller,
			'group-projects': groupProjectsPuller(shared),
		},
		currentProjects: projects.current,
		currentConsumers: consumers.current,
		done: async () => {
			await Promise.all([projects.isDone(), consumers.isDone()]);
		},
	};
}

interface Shared {
	source: Source;
	count: Count;
	spending: Spending;
	/** Asked by one list after the other, since what the one learns of it counts for the next. */
	graphql: Graphql;
	listingsOf: ReturnType<typeof shareListings>;
	/** Requests that may be made for files, when all lists have what they need. */
	plan: () => Promise<Record<ProjectList, number>>;
}

/** @param takeOver Requests that another list has left, as soon as it is done. */
function projectPuller(
	list: ProjectList,
	declared: readonly Declared[],
	shared: Shared,
	ledger: Ledger,
	takeOver: () => Promise<number> = () => Promise.resolve(0),
) {
	const { source, count, spending } = shared;
	const { url, requester, registry, lastGood, now } = source;
	const onAttempt = (address: URL) => {
		ledger.note(address);
		count(list, address);
	};
	const client = anonymousClient(url, requester, onAttempt);
	const here = declared.filter(({ instance }) => instance === undefined).map(({ path }) => path);
	const rules = toFileRules(registry);
	const known = knownProjects(list, lastGood, rules);
	const ask = shared.listingsOf(client);
	const listings = once(() => pullListings(ask, findListedGroups(here), known && here));
	const current = once(() => pullCurrentProjects(here, { client, listings, known }));
	const budget = fileBudget(async () => (await shared.plan())[list], ledger, takeOver);
	const pull: Puller['pull'] = async (onRow) => {
		const hasAllElse = spending.begin();
		const pulled = pullProjects(declared, {
			client,
			listings: listings(),
			current: current(),
			pullFiles: async (questions) => {
				await listings();
				hasAllElse();
				if (questions.length === 0) return [];
				const left = await budget.begin();
				return pullFiles(questions, { client, graphql: shared.graphql, onQuery: onAttempt, left });
			},
			rules,
			now,
			onRow,
		});
		const [, rows] = await Promise.all([listings(), pulled]).finally(hasAllElse);
		return { [list]: { kind: 'rows', rows, mayBeEmpty: here.length === 0 } };
	};
	const { puller, isDone } = tracked({ of: declared.length, pull });
	const unused = async () => ((await isDone()) ? budget.unused() : 0);
	return { puller, isDone, unused, current };
}

/** Tells when the list is done: false when it is not asked for, or has failed. */
function tracked({ of, pull }: Puller): { puller: Puller; isDone: () => Promise<boolean> } {
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
		isDone: async () =>
			(await pulled?.then(
				() => true,
				() => false,
			)) === true,
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
	const groups = registry.checks.completeGroups.map(({ path }) => path);
	const client = anonymousClient(url, requester, (address) => {
		count('group-projects', address);
	});
	const ask: AskListing = listingsOf(client);
	return {
		of: groups.length,
		pull: async (onGroup) => ({
			'group-projects': { kind: 'rows', ...(await pullGroupProjects(ask, groups, onGroup)) },
		}),
	};
}
