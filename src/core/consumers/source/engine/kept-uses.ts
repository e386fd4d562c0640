import { findEndpoints, lacksMethod } from '#core/consumers/endpoints/api-uses.ts';
import { compareText } from '#model/order.ts';
import type { Api } from '#model/api.ts';
import type { MoreUses, SourceReading, SourceUse, UsedClient } from '#model/evidence.ts';

/** Of one endpoint in one way, or of one name that is no endpoint: nobody reads on after so many. */
const maxPlaces = 50;
/** Names that are no endpoint. */
const maxNames = 50;
const maxClients = 50;
/** What is longer is no name that a person has given, and no option or condition that one reads. */
const maxCharacters = 200;

type Kept = Pick<SourceReading, 'clients' | 'uses' | 'more'>;

/**
 * Keeps the first places of each endpoint in each of the three ways, and counts the others: every
 * endpoint and every way that was found stays known.
 *
 * @param uses In the order in which they are kept.
 */
export function keepFirst(
	uses: readonly SourceUse[],
	clients: readonly UsedClient[],
	api: Api,
): Kept {
	const tally = new Tally();
	const kept = uses.filter((use) => {
		const ids = findEndpoints(use, api).map(({ id }) => id);
		return ids.length === 0 ? tally.addUnmapped(use) : tally.add(use, ids);
	});
	const more = tally.finish(Math.max(0, clients.length - maxClients));
	return {
		clients: clients.slice(0, maxClients).map((one) => ({ ...one, version: cut(one.version) })),
		uses: kept.map(shorten),
		...(more ? { more } : {}),
	};
}

/** Counts places, and tells of each whether it is among the first. */
class Tally {
	readonly #kept = new Map<string, number>();
	readonly #names = new Set<string>();
	readonly #endpoints = new Map<string, number>();
	readonly #withoutMethod = new Map<string, number>();
	readonly #unmapped = new Map<string, number>();
	#otherNames = 0;

	add(use: SourceUse, endpoints: readonly string[]): boolean {
		const isOpen = lacksMethod(use, endpoints.length);
		// A path that may be several endpoints takes no place of one that is known.
		const keys = endpoints.map((id) => `${isOpen ? 'open ' : ''}${use.kind} ${id}`);
		const isFirst = this.#isFirst(keys, endpoints, this.#endpoints);
		if (isOpen && !isFirst) for (const id of endpoints) raise(this.#withoutMethod, id);
		return isFirst;
	}

	addUnmapped({ name }: SourceUse): boolean {
		const isKnown = this.#names.has(name);
		if (!isKnown && (this.#names.size >= maxNames || name.length > maxCharacters)) {
			this.#otherNames += 1;
			return false;
		}
		this.#names.add(name);
		return this.#isFirst([`unmapped ${name}`], [name], this.#unmapped);
	}

	#isFirst(keys: readonly string[], names: readonly string[], more: Map<string, number>): boolean {
		const isFirst = keys.some((key) => (this.#kept.get(key) ?? 0) < maxPlaces);
		if (isFirst) for (const key of keys) raise(this.#kept, key);
		else for (const name of names) raise(more, name);
		return isFirst;
	}

	/** `undefined`: nothing was left out. */
	finish(clients: number): MoreUses | undefined {
		const otherNames = this.#otherNames;
		if (this.#endpoints.size + this.#unmapped.size + otherNames + clients === 0) return undefined;
		const endpoints = toSorted(this.#endpoints);
		const unmapped = toSorted(this.#unmapped);
		const withoutMethod = toSorted(this.#withoutMethod);
		const open = this.#withoutMethod.size > 0 ? { withoutMethod } : {};
		return { endpoints, ...open, unmapped, otherNames, clients };
	}
}

function raise(counts: Map<string, number>, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toSorted(counts: ReadonlyMap<string, number>): Record<string, number> {
	return Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b)));
}

/** Which options decide cannot be told of so many, nor of such long ones. */
function shorten(use: SourceUse): SourceUse {
	const { options, condition } = use;
	const length = options?.reduce((sum, option) => sum + option.length + 1, 0) ?? 0;
	return {
		...use,
		options: length > maxCharacters * 5 ? null : options,
		condition: condition === null ? null : cut(condition),
	};
}

function cut(text: string): string {
	return text.length > maxCharacters ? `${text.slice(0, maxCharacters).toWellFormed()}…` : text;
}
