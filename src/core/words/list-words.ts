import { compareText } from '#model/order.ts';
import {
	isHidden,
	listNames,
	lists as kinds,
	pulledAtOf,
	type About,
	type ListName,
	type ListState,
} from '#model/snapshot.ts';
import { capitalise, formatDay } from './formats.ts';
import { hostOf } from './links.ts';
import type { MarkName, Wording } from './tone.ts';

type SharedKind = ListState['state'] | 'hidden';

const stateWords: Record<SharedKind, Wording> = {
	fresh: { word: 'Fresh', tone: 'good' },
	stale: { word: 'Stale', tone: 'warn' },
	missing: { word: 'Missing', tone: 'bad' },
	hidden: { word: 'Not public', tone: 'bad' },
	'not-configured': { word: 'Not configured', tone: 'quiet' },
};

/** Invented rows are never called fresh, however new they are. */
export function listStateWording(state: ListState, { sample }: Pick<About, 'sample'>): Wording {
	if (sample && state.state === 'fresh') return { word: 'Sample', tone: 'quiet' };
	return partialOf(state) === null
		? stateWords[kindOf(state)]
		: { word: 'Fresh, with gaps', tone: 'warn' };
}

function kindOf(state: ListState): SharedKind {
	return isHidden(state) ? 'hidden' : state.state;
}

interface SharedState {
	lists: ListName[];
	state: SharedKind;
	/** Of the oldest. `null`: there are no rows. */
	pulledAt: string | null;
	/** Whether others of them are newer. */
	isOldest: boolean;
	/** Of each that failed, in the order of the lists. */
	reasons: string[];
}

const worstFirst = ['missing', 'hidden', 'stale', 'fresh'] as const;

/** Lists by their state, the worst first. Those that aren't configured are left out. */
function groupByState(states: About['lists'], lists: readonly ListName[]): SharedState[] {
	const inOrder = listNames.filter((name) => lists.includes(name));
	const groups = Map.groupBy(inOrder, (name) => kindOf(states[name]));
	return worstFirst.flatMap((state) => {
		const together = groups.get(state);
		if (!together) return [];
		const dates = together.flatMap((name) => pulledAtOf(states[name]) ?? []).toSorted(compareText);
		const reasons = together.flatMap((name) => reasonOf(states[name]) ?? []);
		const pulledAt = dates[0] ?? null;
		return { lists: together, state, pulledAt, isOldest: dates.at(-1) !== dates[0], reasons };
	});
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

/** For pages: what only who pulls can do about it is for the terminal. `null`: nothing failed. */
export function reasonOf(state: ListState): string | null {
	return 'reason' in state ? (state.forReaders ?? state.reason) : null;
}

/** What of a few rows of a fresh list GitLab failed to answer. `null`: nothing. */
export function partialOf(state: ListState): string | null {
	return state.state === 'fresh' ? (state.partial ?? null) : null;
}

/** @param what Of which nothing is there, as many: `the milestones`. */
export function describeMissing(state: ListState, what: string): string {
	return isHidden(state) ? `${capitalise(what)} aren’t public.` : `We haven’t pulled ${what} yet.`;
}

export type BannerState = 'fresh' | 'sample' | 'stale' | 'missing';

/** What a page says of its data: once, the worst first. */
export interface BannerWords {
	state: BannerState;
	mark: MarkName;
	/** One for all lists that are in the same state: words before their date, and after it. */
	parts: { strong: string | null; text: string; pulledAt: string | null; after: string }[];
}

const bannerMarks: Record<BannerState, MarkName> = {
	fresh: 'clock',
	sample: 'flask',
	stale: 'warning',
	missing: 'cross',
};

/** Lists without rows make a page "missing" only when it has no others. */
export function describeBanner(about: About, lists: readonly ListName[]): BannerWords {
	const groups = groupByState(about.lists, lists);
	const isFresh = groups.every((group) => group.state === 'fresh');
	const isMissing = groups.length > 0 && groups.every(({ pulledAt }) => pulledAt === null);
	const state = isMissing ? 'missing' : !isFresh ? 'stale' : about.sample ? 'sample' : 'fresh';
	return {
		state,
		mark: bannerMarks[state],
		parts: groups.map((group) => {
			const part = describePart(group, about);
			const titles = capitalise(group.lists.map((list) => kinds[list].title).join(', '));
			return groups.length === 1
				? part
				: { ...part, strong: `${titles}: ${part.strong ?? ''}`.trim() };
		}),
	};
}

function describePart(
	{ lists, state, pulledAt, isOldest, reasons }: SharedState,
	about: About,
): BannerWords['parts'][number] {
	const reason = describeReasons(reasons);
	const source = sourcesOf(about, lists);
	const after = isOldest ? 'or later' : '';
	if (pulledAt === null) {
		const text = `${reason} Where we know nothing, this page says “not known”.`;
		const strong = state === 'hidden' ? 'Not public.' : 'Not pulled yet.';
		return { strong, text, pulledAt, after };
	}
	if (state === 'stale') {
		const text = `${reason} What you see is from ${source},`;
		return { strong: 'Not updated.', text, pulledAt, after };
	}
	const sample = `(invented, for a first look), as of ${formatDay(pulledAt)}`;
	return about.sample
		? { strong: 'Sample data', text: sample, pulledAt: null, after }
		: { strong: null, text: `From ${source},`, pulledAt, after };
}

/** The first alone, for requests that fail at once differ in little: the page of the lists has all. */
function describeReasons([first = '', ...others]: readonly string[]): string {
	const more = others.filter((other) => other !== first).length;
	return more === 0 ? first : `${first} ${String(more)} more failed.`;
}
