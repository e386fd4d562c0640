import { fingerprintFileRules, toFileRules, type FileRules } from '#core/file-rules.ts';
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
	return {
		pullers: {
			projects: projects.puller,
			consumers: projectPuller('consumers', registry.consumers, shared).puller,
			'group-projects': groupProjectsPuller(shared),
		},
		currentProjects: projects.current,
	};
}

interface Shared {
	source: Source;
	count: Count;
	graphql: Graphql;
	listingsOf: ReturnType<typeof shareListings>;
}

function projectPuller(list: ProjectList, declared: readonly Declared[], shared: Shared) {
	const { source, count, graphql } = shared;
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
	const listings = once(() => pullListings(ask, findListedGroups(here), known !== undefined));
	const current = once(() => pullCurrentProjects(here, { client, listings, known }));
	const budget = planRequests(registry, { withToken: token !== undefined })[list];
	const files = {
		client,
		graphql,
		onQuery: () => {
			count(list);
		},
		left: () => Math.max(0, budget - ledger.count),
	};
	const puller: Puller = {
		of: declared.length,
		pull: async (onRow) => {
			const pulled = pullProjects(declared, {
				client,
				listings: listings(),
				current: current(),
				pullFiles: (questions) => pullFiles(questions, files),
				rules,
				now,
				onRow,
			});
			const [, rows] = await Promise.all([listings(), pulled]);
			return { [list]: { kind: 'rows', rows, mayBeEmpty: here.length === 0 } };
		},
	};
	return { puller, current };
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
	const isReadForThis = lastGood.about.filesFor[list] === fingerprintFileRules(rules);
	return {
		rows: isReadForThis
			? rows
			: rows.map((row) => ({ ...row, facts: row.facts && forgetFiles(row.facts) })),
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
