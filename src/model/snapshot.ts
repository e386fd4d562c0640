import { z } from 'zod';
import { CommitSha } from './evidence.ts';
import { GroupPath, IsoInstant, WebUrl } from './identifiers.ts';
import { listTable, type ListKind } from './lists.ts';
import { Count } from './values.ts';

/** Raised when a file of the snapshot changes its shape: a snapshot of another version is not read. */
export const snapshotFormat = 5;

export type ListName = keyof typeof listTable;

type Row = { [List in ListName]: z.output<(typeof listTable)[List]['schema']> };

export type ListRow<List extends ListName = ListName> = Row[List];

/** The rows of every list. A list that is missing has none. */
export type SnapshotRows = { [List in ListName]: Row[List][] };

/** The one table of the snapshot's lists, typed so that code that is about any list can use it. */
export const lists: { readonly [List in ListName]: ListKind<Row[List], SnapshotRows[List]> } =
	listTable;

/** In the order in which they are shown. */
export const listNames: readonly ListName[] = Object.keys(lists).filter(
	(name): name is ListName => name in lists,
);

/**
 * Calls `read` for each list, and puts what it gives under the list's name.
 *
 * @typeParam Out What each list has, to be written out: `SnapshotRows`, `Record<ListName, number>`.
 */
export function mapLists<Out extends Record<ListName, unknown>>(
	read: <List extends ListName>(list: List) => Out[List],
): Out {
	const out: Partial<Out> = {};
	for (const list of listNames) out[list] = read(list);
	if (!isWhole(out)) throw new TypeError('A list is not in listNames.');
	return out;
}

function isWhole<Out extends Record<ListName, unknown>>(out: Partial<Out>): out is Out {
	return listNames.every((list) => list in out);
}

/** How many rows there were before these were got. Absent: these are the first, or it wasn't noted. */
const rowsBefore = Count.optional();

const why = {
	reason: z.string().min(1),
	/** The reason without what only who pulls can do about it. Absent: it says nothing of that. */
	forReaders: z.string().min(1).optional(),
};
/** Why a list could not be got, in whole sentences. */
export type Why = z.output<z.ZodObject<typeof why>>;

/**
 * By group that GitLab failed to answer for: when its rows were pulled. `null`: they aren't known.
 */
const keptFrom = z.record(GroupPath, IsoInstant.nullable()).optional();
export type KeptFrom = z.output<typeof keptFrom>;

/** How much a list can be trusted, and since when it has been as it is. */
export const ListState = z.discriminatedUnion('state', [
	z.strictObject({
		state: z.literal('fresh'),
		rows: Count,
		rowsBefore,
		pulledAt: IsoInstant,
		/** What of a few rows GitLab failed to answer, as whole sentences. Absent: all of them are whole. */
		partial: z.string().min(1).optional(),
		keptFrom,
	}),
	/** GitLab failed since: the last good rows, with the date at which they were pulled. */
	z.strictObject({
		state: z.literal('stale'),
		rows: Count,
		rowsBefore,
		pulledAt: IsoInstant,
		keptFrom,
		...why,
	}),
	/** Never pulled, or `hidden`: GitLab says that strangers don't see it, so that nothing is kept of it. */
	z.strictObject({ state: z.literal('missing'), hidden: z.literal(true).optional(), ...why }),
	/** The registry declares nothing of it, so that nobody is asked. */
	z.strictObject({ state: z.literal('not-configured') }),
]);
export type ListState = z.output<typeof ListState>;

/** Whether there are rows of the list, be they old ones. */
export function isPulled(state: ListState): state is Extract<ListState, { pulledAt: IsoInstant }> {
	return 'pulledAt' in state;
}

/** Whether GitLab says that strangers don't see what the list is of. */
export function isHidden(state: ListState): boolean {
	return state.state === 'missing' && state.hidden === true;
}

/**
 * When the rows of a group were pulled, which may be earlier than those of others. `null`: they aren't known.
 */
export function pulledAtOf(state: ListState, group?: GroupPath): IsoInstant | null {
	if (!isPulled(state)) return null;
	const kept = group === undefined ? undefined : state.keptFrom?.[group];
	return kept === undefined ? state.pulledAt : kept;
}

/** When rows of a list, or of a group in it, were pulled that the last pull has not got. `null`: it has, or nobody knows them. */
export function keptFromOf(state: ListState, group?: GroupPath): IsoInstant | null {
	if (state.state === 'stale') return pulledAtOf(state, group);
	if (group === undefined || state.state !== 'fresh') return null;
	return state.keptFrom?.[group] ?? null;
}

/**
 * What was looked for in files, so that nobody takes what was never looked for for what is not there:
 * a fingerprint by `tool go` for each tool, and by `group …` for each group that CODEOWNERS may name.
 */
export const FilesFor = z.record(z.string().min(1), z.string().min(1));
export type FilesFor = z.output<typeof FilesFor>;

/** A group whose projects were asked for, and whether strangers see it. */
export const ListedGroup = z.strictObject({ group: GroupPath, visible: z.boolean() });
export type ListedGroup = z.output<typeof ListedGroup>;

/** The documentation of the API that was read: the commit, and a fingerprint of what was looked for. */
export const SurfaceFor = z.strictObject({
	commit: CommitSha,
	lookedFor: z.string().min(1),
	/** Those of the headings of each page. Absent: they were not looked for yet. */
	anchors: z.record(z.string().min(1), z.array(z.string().min(1))).optional(),
});
export type SurfaceFor = z.output<typeof SurfaceFor>;

/** `about.json`: where the snapshot is from, and the state of each of its lists. */
export const About = z.strictObject({
	format: z.literal(snapshotFormat),
	/** True: made by `npm run sample`, with invented people and numbers. Never last good data. */
	sample: z.boolean(),
	/** The instance that was asked. */
	source: WebUrl,
	/** The list of people that was asked for the rosters of `team`: another host, never a token. */
	teamSource: WebUrl,
	/** What was looked for in files when a list was pulled. `null`: never pulled. */
	filesFor: z.strictObject({
		projects: FilesFor.nullable(),
		consumers: FilesFor.nullable(),
	}),
	/** The groups whose projects `group-projects` has. Sorted. */
	listedGroups: z.array(ListedGroup),
	/** What `surface` was read from. `null`: it never was. */
	surfaceFor: SurfaceFor.nullable().default(null),
	/** HTTP requests that were sent for each list when it was last asked for, retries included. */
	requests: z.record(z.string(), Count).optional(),
	/** When GitLab was last asked. Its day is the site's "today". */
	pulledAt: IsoInstant,
	/** An older snapshot says nothing of lists that came later: nobody was asked for them. */
	lists: z.strictObject(
		mapLists<Record<ListName, z.ZodDefault<typeof ListState>>>(() =>
			ListState.default({ state: 'not-configured' }),
		),
	),
});
export type About = z.output<typeof About>;

/** Those of which the registry declares something. */
export function usedLists({ lists }: Pick<About, 'lists'>): ListName[] {
	return listNames.filter((list) => lists[list].state !== 'not-configured');
}

export interface Snapshot {
	about: About;
	rows: SnapshotRows;
}
