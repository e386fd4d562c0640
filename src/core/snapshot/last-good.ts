import type { IsoInstant } from '#model/identifiers.ts';
import {
	listNames,
	lists as kinds,
	mapLists,
	snapshotFormat,
	type About,
	type FilesFor,
	type ListName,
	type ListRow,
	type ListState,
	type Snapshot,
	type SnapshotRows,
} from '#model/snapshot.ts';
import { compareText } from '#model/order.ts';
import { settleList, type Outcome } from './settle-list.ts';

/** A list that is absent was not asked for in this pull. */
export type Outcomes = { [List in ListName]?: Outcome<ListRow<List>> };

export interface Pull {
	/** The instance that was asked. Rows of another one are never last good rows. */
	source: string;
	/** What is looked for in files. */
	filesFor: FilesFor;
	/** The list of people that was asked for `team`. Rows of another one are never last good rows. */
	teamSource: string;
	pulledAt: IsoInstant;
	/** HTTP requests that were sent for each list. */
	requests?: Readonly<Record<ListName, number>>;
	/** True: all of it is invented, so that nothing earlier counts. */
	sample: boolean;
	/** True: the person who pulls has said that lists that shrank are right. */
	acceptShrunk: boolean;
}

const neverAsked: ListState = {
	state: 'missing',
	reason: 'Not pulled yet. Run npm run pull without --only.',
	forReaders: 'Not pulled yet.',
};

/**
 * Works out the snapshot after a pull. A list is replaced whole or not at all.
 *
 * - Rows that came and are accepted make the list `fresh`.
 * - A list that failed, or came back empty or with less than half of the last good rows, keeps the
 *   last good rows as `stale`, with their own date. Without last good rows it is `missing`.
 * - A list whose question rests on rows that were held back is held back with them, and so is one
 *   that rests on a list that failed and has no last good rows.
 * - A list that strangers don't see any more is `missing` and `hidden`, without rows, until GitLab
 *   answers for it.
 * - A list that was not asked for stays as it was.
 *
 * Last good rows are those of the previous snapshot when that came from the same source and is no
 * sample. `team` has a source of its own, and when GitLab failed it is not enough for a
 * first snapshot.
 *
 * @returns `undefined` when lists were asked for, none was got with anything in it that GitLab shows,
 * and no last good rows are there to be marked: what is there, a sample perhaps, is to be left as it is.
 */
export function nextSnapshot(
	previous: Snapshot | undefined,
	outcomes: Outcomes,
	pull: Pull,
): Snapshot | undefined {
	const lastGood = isLastGood(previous, pull) ? previous : undefined;
	const lists = { ...(lastGood?.about.lists ?? mapLists<About['lists']>(() => neverAsked)) };
	const rows = { ...(lastGood?.rows ?? mapLists<SnapshotRows>(() => [])) };
	const teamSource = (outcomes.team ? undefined : lastGood?.about.teamSource) ?? pull.teamSource;
	if (lastGood?.about.teamSource !== teamSource) {
		lists.team = neverAsked;
		rows.team = [];
	}
	const settle = <List extends ListName>(list: List, outcome: Outcomes[List]) => {
		if (outcome === undefined) return;
		const before = { state: lists[list], rows: rows[list] };
		const settled = settleList(list, holdBack(list, outcome, outcomes, lists), before, pull);
		lists[list] = settled.state;
		rows[list] = settled.rows;
	};
	for (const list of listNames) settle(list, outcomes[list]);
	const asked = listNames.filter((list) => outcomes[list] !== undefined);
	const used = asked.filter((list) => lists[list].state !== 'not-configured');
	const ofGitLab = used.filter((list) => list !== 'team');
	const someListWasGot = (ofGitLab.length > 0 ? ofGitLab : used).some(
		(list) => lists[list].state === 'fresh' && (pull.acceptShrunk || rows[list].some(isSeen)),
	);
	const nothingToGet = used.length === 0 && asked.length === listNames.length;
	if (!someListWasGot && !nothingToGet && lastGood === undefined) return undefined;
	const { sample, source, pulledAt } = pull;
	const asksFor = findQuestions(lastGood?.about, outcomes, lists, pull);
	return {
		about: {
			format: snapshotFormat,
			sample,
			source,
			teamSource,
			...asksFor,
			...(pull.requests && { requests: countRequests(asked, pull.requests, lastGood?.about) }),
			pulledAt,
			lists,
		},
		rows,
	};
}

/** What came of a list, or why it is held back with another one on which it rests. */
function holdBack<List extends ListName>(
	list: List,
	outcome: Outcome<ListRow<List>>,
	outcomes: Outcomes,
	lists: About['lists'],
): Outcome<ListRow<List>> {
	if (outcome.kind !== 'rows') return outcome;
	const other = restsOn[list]?.find((one) => {
		const kind = outcomes[one]?.kind;
		return kind === 'rows'
			? lists[one].state !== 'fresh'
			: kind !== undefined && lists[one].state === 'missing';
	});
	if (other === undefined) return outcome;
	const kind = outcomes[other]?.kind ?? 'failed';
	const reason = `It goes with the ${kinds[other].title}, which ${heldBackWith[kind] ?? "couldn't be pulled"}.`;
	return { kind: 'failed', reason, gone: outcome.gone };
}

const heldBackWith: Partial<Record<Outcome<unknown>['kind'], string>> = {
	rows: 'were held back',
	hidden: "aren't public",
};

/**
 * What the answers of a list are made with: milestones say which issues to ask for, an issue that is
 * in none of the answers has left the plan, and who isn't in the team asks from outside. Each list
 * comes after those that it needs.
 */
const restsOn: Readonly<Partial<Record<ListName, readonly ListName[]>>> = {
	access: ['projects'],
	answers: ['team'],
	issues: ['milestones'],
	'former-issues': ['milestones', 'issues'],
	candidates: ['milestones'],
	'planning-issues': ['milestones'],
};

/** What was asked for to get the rows that there are: of a list that was not got, as before. */
function findQuestions(
	before: About | undefined,
	outcomes: Outcomes,
	lists: About['lists'],
	{ filesFor }: Pull,
): Pick<About, 'filesFor' | 'listedGroups' | 'surfaceFor'> {
	const isGot = (list: ListName) => outcomes[list] !== undefined && lists[list].state === 'fresh';
	const readFor = (list: 'projects' | 'consumers') =>
		isGot(list) ? filesFor : (before?.filesFor[list] ?? null);
	const { 'group-projects': ofGroups, surface } = outcomes;
	const listed = isGot('group-projects') && ofGroups?.kind === 'rows' ? ofGroups : before;
	// Of what strangers do not see any more nothing was read, not even its headings.
	const readBefore = lists.surface.state === 'missing' ? undefined : before;
	const read = isGot('surface') && surface?.kind === 'rows' ? surface : readBefore;
	return {
		filesFor: { projects: readFor('projects'), consumers: readFor('consumers') },
		listedGroups: (listed?.listedGroups ?? []).toSorted((a, b) => compareText(a.group, b.group)),
		surfaceFor: read?.surfaceFor ?? null,
	};
}

/** "Not visible" to every question is what a server says that is not the GitLab that is meant. */
function isSeen(row: ListRow): boolean {
	if ('answer' in row) return row.answer === 'found';
	if ('reading' in row) return row.reading !== null;
	if ('latest' in row) return row.latest !== null;
	if ('exists' in row) return row.exists;
	return 'visible' in row ? row.visible : true;
}

function isLastGood(previous: Snapshot | undefined, { sample, source }: Pull): boolean {
	return !sample && previous?.about.sample === false && previous.about.source === source;
}

/** How many HTTP requests were sent for each list; for those that were not asked for, as before. */
function countRequests(
	asked: readonly ListName[],
	requests: Readonly<Record<ListName, number>>,
	before: About | undefined,
): Record<string, number> {
	return {
		...before?.requests,
		...Object.fromEntries(asked.map((list) => [list, requests[list]])),
	};
}
