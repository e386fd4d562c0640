import { dayOf } from '#core/dates.ts';
import type { Outcomes } from '#core/last-good.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Group } from '#model/member.ts';
import type { Milestone } from '#model/milestone.ts';
import type { Registry } from '#model/registry.ts';
import type { ListName, Snapshot } from '#model/snapshot.ts';
import { anonymousClient, tokenClient, type AnonymousClient } from './client.ts';
import { GitLabError } from './errors.ts';
import { findListedGroups, pullListings } from './listings.ts';
import { findPublishedGroups, pullGroups, pullMembers } from './pull-people.ts';
import {
	findPlannedMilestones,
	pullIssues,
	pullMilestones,
	pullPlanningIssues,
} from './pull-plan.ts';
import { pullProjects, type Declared, type KnownProjects } from './pull-projects.ts';
import { pullTeam } from './pull-team.ts';
import type { Requester } from './requester.ts';

/** What a list's question is made of. */
export interface Source {
	/** The instance, without a slash at the end. */
	url: string;
	token: string | undefined;
	requester: Requester;
	registry: Registry;
	/** Last good data of the same instance: it saves requests, and stands in for a failed milestone list. */
	lastGood: Snapshot | undefined;
	/** Now, or the day that stands for today. */
	now: IsoInstant;
}

/** How to ask for a list. */
export interface Puller {
	/** Steps until the list is done. The registry says what to ask for, so that it is known at the start. */
	of: number;
	/** @param onStep Called after each step. */
	pull: (onStep: () => void) => Promise<Outcomes>;
}

type Count = (list: ListName) => void;
type Pullers = Record<ListName, Puller>;
type ClientFor = (list: ListName) => AnonymousClient;

/** @param count Called for every HTTP request that is sent for a list. */
export function createPullers(source: Source, count: Count): Pullers {
	const { registry, now } = source;
	const clientFor = (list: ListName): AnonymousClient =>
		anonymousClient(source.url, source.requester, () => {
			count(list);
		});
	const milestones = once(() => pullMilestones(clientFor('milestones'), registry.plan, dayOf(now)));
	const groups = once((onStep: () => void) =>
		pullGroups(clientFor('groups'), registry.people, onStep),
	);
	return {
		...projectPullers(source, clientFor),
		milestones: {
			of: 1,
			pull: async (onStep) => {
				const rows = await milestones();
				onStep();
				return { milestones: { kind: 'rows', rows } };
			},
		},
		...planPullers(source, clientFor, milestones),
		groups: {
			of: registry.people.length,
			pull: async (onStep) => ({
				groups: {
					kind: 'rows',
					rows: await groups(onStep),
					mayBeEmpty: registry.people.length === 0,
				},
			}),
		},
		members: membersPuller(source, count, () => groups(() => undefined)),
		team: teamPuller(source, count),
	};
}

function projectPullers(
	{ registry, lastGood, now }: Source,
	clientFor: ClientFor,
): Pick<Pullers, 'projects' | 'consumers'> {
	const pullerOf = (list: 'projects' | 'consumers', declared: readonly Declared[]): Puller => {
		const known = knownProjects(list, lastGood);
		return {
			of: declared.length,
			pull: async (onStep) => {
				const client = clientFor(list);
				const here = declared.filter(({ instance }) => instance === undefined);
				const listings = pullListings(
					client,
					findListedGroups(here.map(({ path }) => path)),
					known !== undefined,
				);
				const pulled = pullProjects(declared, { client, listings, known, now, onRow: onStep });
				const [, rows] = await Promise.all([listings, pulled]);
				return { [list]: { kind: 'rows', rows, mayBeEmpty: here.length === 0 } };
			},
		};
	};
	return {
		projects: pullerOf('projects', registry.projects),
		consumers: pullerOf('consumers', registry.consumers),
	};
}

function knownProjects(
	list: 'projects' | 'consumers',
	lastGood: Snapshot | undefined,
): KnownProjects | undefined {
	const state = lastGood?.about.lists[list];
	if (!lastGood || !state || state.state === 'missing') return undefined;
	return { rows: lastGood.rows[list], pulledAt: state.pulledAt };
}

function planPullers(
	{ registry, lastGood, now }: Source,
	clientFor: ClientFor,
	pullMilestonesOnce: () => Promise<Milestone[]>,
): Pick<Pullers, 'issues' | 'planning-issues'> {
	// Milestones change once a month: those of the last pull do when GitLab fails to list them now.
	const milestones = () =>
		pullMilestonesOnce().catch((error: unknown) => {
			if (lastGood?.rows.milestones.length) return lastGood.rows.milestones;
			throw error;
		});
	const { plan } = registry;
	return {
		issues: {
			of: plan.groupLabels.length * (plan.nextMilestones + 1),
			pull: async (onStep) => {
				const planned = findPlannedMilestones(await milestones(), plan, dayOf(now));
				const rows = await pullIssues(clientFor('issues'), plan, planned, onStep);
				return { issues: { kind: 'rows', rows } };
			},
		},
		'planning-issues': {
			of: 1,
			pull: async (onStep) => {
				const client = clientFor('planning-issues');
				const answer = await pullPlanningIssues(client, plan, await milestones());
				onStep();
				return { 'planning-issues': { kind: 'rows', ...answer } };
			},
		},
	};
}

const needsToken =
	'GitLab tells the members of a group only to those who sign in, and no token is set. ' +
	'Set GITLAB_TOKEN to a token with the scope read_api.';

function membersPuller(
	{ url, token, requester, registry }: Source,
	count: Count,
	groups: () => Promise<Group[]>,
): Pullers['members'] {
	const publishing = registry.people.filter(({ publishMembers }) => publishMembers);
	return {
		of: publishing.length,
		pull: async (onStep) => {
			if (publishing.length === 0) return { members: { kind: 'rows', rows: [], mayBeEmpty: true } };
			if (token === undefined) {
				return { members: { kind: 'impossible', reason: needsToken } };
			}
			const published = findPublishedGroups(registry.people, await groups());
			const client = tokenClient(url, token, requester, () => {
				count('members');
			});
			const rows = await pullMembers(client, published, onStep);
			return { members: { kind: 'rows', rows, mayBeEmpty: published.length === 0 } };
		},
	};
}

function teamPuller(source: Source, count: Count): Puller {
	const { team } = source.registry;
	return {
		of: team.rosters.length > 0 ? 1 : 0,
		pull: async (onStep) => {
			if (team.rosters.length === 0) return { team: { kind: 'rows', rows: [], mayBeEmpty: true } };
			const rows = await pullTeam(source, () => {
				count('team');
			}).catch(unlessUnreachable);
			if ('kind' in rows) return { team: rows };
			onStep();
			// That a role fits nobody is an answer, unless it did fit somebody before.
			const { about, rows: before } = source.lastGood ?? {};
			const hadRows =
				about?.teamSource === team.source && before !== undefined && before.team.length > 0;
			return { team: { kind: 'rows', rows, mayBeEmpty: !hadRows } };
		},
	};
}

/** A host beside GitLab that gives no answer at all cannot be asked from here. */
function unlessUnreachable(error: unknown): { kind: 'impossible'; reason: string } {
	if (error instanceof GitLabError && error.kind === 'network') {
		return { kind: 'impossible', reason: error.message };
	}
	throw error;
}

/** Two lists need the same answer: it is asked for once. */
function once<Arguments extends unknown[], Value>(
	ask: (...args: Arguments) => Promise<Value>,
): (...args: Arguments) => Promise<Value> {
	let asked: Promise<Value> | undefined;
	return (...args) => (asked ??= ask(...args));
}
