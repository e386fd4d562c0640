import {
	isPulled,
	listNames,
	lists as kinds,
	type About,
	type ListName,
	type ListState,
} from '#model/snapshot.ts';
import { capitalise } from './formats.ts';
import { hostOf } from './links.ts';
import type { MarkName, Wording } from './tone.ts';

const stateWords: Record<ListState['state'], Wording> = {
	fresh: { word: 'Fresh', tone: 'good' },
	stale: { word: 'Stale', tone: 'warn' },
	missing: { word: 'Missing', tone: 'bad' },
	'not-configured': { word: 'Not configured', tone: 'quiet' },
};

/** Invented rows are never called fresh, however new they are. */
export function listStateWording(state: ListState, { sample }: Pick<About, 'sample'>): Wording {
	if (sample && state.state === 'fresh') return { word: 'Sample', tone: 'quiet' };
	return partialOf(state) === null
		? stateWords[state.state]
		: { word: 'Fresh, with gaps', tone: 'warn' };
}

/** Lists that are in the same state since the same time. */
export interface SharedState {
	lists: ListName[];
	state: ListState['state'];
	/** `null`: they were never pulled. */
	pulledAt: string | null;
	/** Of each that failed, in the order of the lists. */
	reasons: string[];
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
		const [pulledAt, reason] = [dateOf(state), reasonOf(state)];
		const reasons = reason === null ? [] : [reason];
		const group = groups.find(
			(other) => other.state === state.state && other.pulledAt === pulledAt,
		);
		group?.lists.push(list);
		group?.reasons.push(...reasons);
		if (!group) groups.push({ lists: [list], state: state.state, pulledAt, reasons });
	}
	return groups;
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

/** What of a few rows of a fresh list GitLab failed to answer. `null`: nothing. */
export function partialOf(state: ListState): string | null {
	return state.state === 'fresh' ? (state.partial ?? null) : null;
}

export type BannerState = 'fresh' | 'sample' | 'stale' | 'missing';

/** What a page says of its data: once, the worst first. */
export interface BannerWords {
	state: BannerState;
	mark: MarkName;
	/** One for all lists that are in the same state. Each is read before its date. */
	parts: { strong: string | null; text: string; pulledAt: string | null }[];
}

const bannerMarks: Record<BannerState, MarkName> = {
	fresh: 'clock',
	sample: 'flask',
	stale: 'warning',
	missing: 'cross',
};
const worstFirst = ['missing', 'stale', 'fresh'];

/** Lists that were never pulled make a page "missing" only when it has no others. */
export function describeBanner(about: About, lists: readonly ListName[]): BannerWords {
	const groups = groupByState(about.lists, lists).toSorted(
		(a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state),
	);
	const isFresh = groups.every((group) => group.state === 'fresh');
	const isMissing = groups.length > 0 && groups.every((group) => group.state === 'missing');
	const state = isMissing ? 'missing' : !isFresh ? 'stale' : about.sample ? 'sample' : 'fresh';
	return {
		state,
		mark: bannerMarks[state],
		parts: groups.map((group, index) => {
			const isLastMissing = groups[index + 1]?.state !== 'missing';
			const part = describePart(group, about, isLastMissing);
			const titles = capitalise(group.lists.map((list) => kinds[list].title).join(', '));
			return groups.length === 1
				? part
				: { ...part, strong: `${titles}: ${part.strong ?? ''}`.trim() };
		}),
	};
}

/** @param explains Whether it says what is meant by what is missing: once on a page. */
function describePart(
	{ lists, state, pulledAt, reasons }: SharedState,
	about: About,
	explains: boolean,
): BannerWords['parts'][number] {
	const reason = describeReasons(reasons);
	const source = sourcesOf(about, lists);
	if (pulledAt === null) {
		const meaning = explains ? ' Where we know nothing, this page says “not known”.' : '';
		const text = `${reason}${meaning}`;
		return { strong: 'Not pulled yet.', text, pulledAt };
	}
	if (state === 'stale') {
		return { strong: 'Not updated.', text: `${reason} You see ${source} as of`, pulledAt };
	}
	return about.sample
		? { strong: 'Sample data', text: '(invented, for a first look), as of', pulledAt }
		: { strong: null, text: `From ${source},`, pulledAt };
}

/** The first alone, for requests that fail at once differ in little: the page of the lists has all. */
function describeReasons([first = '', ...others]: readonly string[]): string {
	const more = others.filter((other) => other !== first).length;
	return more === 0 ? first : `${first} ${String(more)} more failed.`;
}
