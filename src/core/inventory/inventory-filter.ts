import { compareText } from '#model/order.ts';

/**
 * Which projects of the inventory a reader wants to see, and in which order. The choice is kept in
 * the address, `?q=aws&sort=oldest-release#fails`, so that it can be sent to others. The fragment is
 * a chip's, which chooses without a script, too.
 */

export const checkChoices = ['fails', 'old-release', 'not-checked', 'exempt', 'passes'] as const;
/** `passes`: all checks pass. `old-release`: the check of releases fails. The others: at least one does so. */
export type CheckChoice = (typeof checkChoices)[number];

export const sortChoices = [
	'registry',
	'name',
	'newest-release',
	'oldest-release',
	'newest-activity',
	'oldest-activity',
] as const;
export type SortChoice = (typeof sortChoices)[number];

/** What a reader has chosen. `null`: any. */
export interface Choice {
	/** Words of the name or the path. */
	q: string | null;
	group: string | null;
	/** One of the group's. */
	category: string | null;
	check: CheckChoice | null;
	language: string | null;
	sort: SortChoice;
}

/** Shows everything, in the registry's order. */
export const noChoice: Choice = {
	q: null,
	group: null,
	category: null,
	check: null,
	language: null,
	sort: 'registry',
};

/** What there is to choose from. */
export interface Offer {
	/** Ids of the groups, each with the ids of its categories. */
	groups: ReadonlyMap<string, readonly string[]>;
	languages: readonly string[];
}

/** What a row of the table is filtered and sorted by. */
export interface InventoryRow {
	group: string;
	category: string | null;
	/** The choices that it fits. */
	checks: readonly string[];
	/** The main one. */
	language: string | null;
	name: string;
	/** What words are looked for in, in lower case. */
	text: string;
	/** Instants in UTC, to the second. `null`: unknown, or there is none. */
	releasedAt: string | null;
	activeAt: string | null;
}

type Parameter = Exclude<keyof Choice, 'check'>;
/** In the address, and names of the fields of the form. */
export const parameters: readonly Parameter[] = ['q', 'group', 'category', 'language', 'sort'];

/** How addresses named chips when they were a field of the form, called `check`. */
const formerChoices = new Map<string | null, CheckChoice>([
	['broken', 'fails'],
	['unknown', 'not-checked'],
	['exempt', 'exempt'],
	['holds', 'passes'],
]);

/** Reads an address. What is not offered is ignored: links get old. */
export function parseChoice(
	{ search, hash }: Pick<Location, 'search' | 'hash'>,
	offer: Offer,
): Choice {
	const query = new URLSearchParams(search);
	const group =
		pick(query.get('group'), [...offer.groups.keys()]) ?? findGroupOf(query.get('category'), offer);
	const categories = group === null ? [] : (offer.groups.get(group) ?? []);
	return {
		q: wordsOf(query.get('q')),
		group,
		category: pick(query.get('category'), categories),
		check: pick(hash.slice(1), checkChoices) ?? formerChoices.get(query.get('check')) ?? null,
		language: pick(query.get('language'), offer.languages),
		sort: pick(query.get('sort'), sortChoices) ?? noChoice.sort,
	};
}

function wordsOf(value: string | null): string | null {
	const words = value?.trim() ?? '';
	return words === '' ? null : words;
}

/** A link may name a category alone: then the group is the only one that has it. */
function findGroupOf(category: string | null, { groups }: Offer): string | null {
	const having = [...groups].filter(([, categories]) => categories.some((one) => one === category));
	return having.length === 1 ? (having[0]?.[0] ?? null) : null;
}

function pick<Value extends string>(value: string | null, offered: readonly Value[]): Value | null {
	return offered.find((one) => one === value) ?? null;
}

/** Writes a choice into the query of an address, but for the chip. Parameters of others stay. */
export function writeChoice(query: URLSearchParams, choice: Choice): URLSearchParams {
	const written = new URLSearchParams(query);
	written.delete('check');
	for (const parameter of parameters) {
		const value = choice[parameter];
		if (value === null || value === noChoice[parameter]) written.delete(parameter);
		else written.set(parameter, value);
	}
	return written;
}

export function fitsChoice(row: InventoryRow, choice: Choice): boolean {
	const words = choice.q?.toLowerCase().split(/\s+/) ?? [];
	return (
		words.every((word) => row.text.includes(word)) &&
		(choice.group === null || row.group === choice.group) &&
		(choice.category === null || row.category === choice.category) &&
		(choice.check === null || row.checks.includes(choice.check)) &&
		(choice.language === null || row.language === choice.language)
	);
}

const nameOrder = new Intl.Collator('en', { numeric: true });

/**
 * Orders rows as chosen; the registry's order is that in which they are given. Rows without the
 * date that is asked for come last, whichever end is first. Equals stand in the order of names.
 */
export function sortRows<Row extends InventoryRow>(rows: readonly Row[], sort: SortChoice): Row[] {
	if (sort === 'registry') return [...rows];
	const byName = rows.toSorted((a, b) => nameOrder.compare(a.name, b.name));
	if (sort === 'name') return byName;
	const { dateOf, direction } = dateOrders[sort];
	return byName.toSorted((a, b) => compareDates(dateOf(a), dateOf(b), direction));
}

type DateSort = Exclude<SortChoice, 'registry' | 'name'>;

const releaseOf = ({ releasedAt }: InventoryRow) => releasedAt;
const activityOf = ({ activeAt }: InventoryRow) => activeAt;
const dateOrders: Record<
	DateSort,
	{ dateOf: (row: InventoryRow) => string | null; direction: 1 | -1 }
> = {
	'newest-release': { dateOf: releaseOf, direction: -1 },
	'oldest-release': { dateOf: releaseOf, direction: 1 },
	'newest-activity': { dateOf: activityOf, direction: -1 },
	'oldest-activity': { dateOf: activityOf, direction: 1 },
};

function compareDates(a: string | null, b: string | null, direction: 1 | -1): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return direction * compareText(a, b);
}

/** Which column is sorted, and in which direction, for `aria-sort`. */
export const sortedColumns: Record<
	Exclude<SortChoice, 'registry'>,
	{ column: 'name' | 'release' | 'activity'; direction: 'ascending' | 'descending' }
> = {
	name: { column: 'name', direction: 'ascending' },
	'newest-release': { column: 'release', direction: 'descending' },
	'oldest-release': { column: 'release', direction: 'ascending' },
	'newest-activity': { column: 'activity', direction: 'descending' },
	'oldest-activity': { column: 'activity', direction: 'ascending' },
};
