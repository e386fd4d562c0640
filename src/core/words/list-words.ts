import { isPulled, listNames, type About, type ListName, type ListState } from '#model/snapshot.ts';
import { hostOf } from './links.ts';
import type { Wording } from './tone.ts';

const stateWords: Record<ListState['state'], Wording> = {
	fresh: { word: 'Fresh', tone: 'good' },
	stale: { word: 'Stale', tone: 'warn' },
	missing: { word: 'Missing', tone: 'bad' },
	'not-configured': { word: 'Not configured', tone: 'plain' },
};

/** Invented rows are never called fresh, however new they are. */
export function listStateWording(
	{ state }: Pick<ListState, 'state'>,
	{ sample }: Pick<About, 'sample'>,
): Wording {
	return sample && state === 'fresh' ? { word: 'Sample', tone: 'plain' } : stateWords[state];
}

/** Lists that are in the same state since the same time, for the same reason. */
export interface SharedState {
	lists: ListName[];
	state: ListState;
}

/**
 * Puts lists together that a reader can be told about at once. The order is the snapshot's. What is not
 * configured is left out.
 */
export function groupByState(states: About['lists'], lists: readonly ListName[]): SharedState[] {
	const groups: SharedState[] = [];
	for (const list of listNames.filter((name) => lists.includes(name))) {
		const state = states[list];
		if (state.state === 'not-configured') continue;
		const group = groups.find((other) => isSame(other.state, state));
		if (group) group.lists.push(list);
		else groups.push({ lists: [list], state });
	}
	return groups;
}

function isSame(a: ListState, b: ListState): boolean {
	return a.state === b.state && dateOf(a) === dateOf(b) && reasonOf(a) === reasonOf(b);
}

type Sources = Pick<About, 'source' | 'teamSource'>;

/** Where a list is from: the rosters are not GitLab's, but from a file on a host of its own. */
export function sourceOf(about: Sources, list: ListName): string {
	return list === 'team' ? new URL(about.teamSource).host : hostOf(about.source);
}

/** Where some lists are from; without any, where the snapshot is from. */
export function sourcesOf(about: Sources, lists: readonly ListName[]): string {
	const sources = new Set(lists.map((list) => sourceOf(about, list)));
	return sources.size === 0 ? hostOf(about.source) : [...sources].join(' and ');
}

/** `null`: the list was never pulled. */
export function dateOf(state: ListState): string | null {
	return isPulled(state) ? state.pulledAt : null;
}

/** For pages: what only who pulls can do about it is for the terminal. `null`: nothing failed. */
export function reasonOf(state: ListState): string | null {
	return 'reason' in state ? (state.forReaders ?? state.reason) : null;
}
