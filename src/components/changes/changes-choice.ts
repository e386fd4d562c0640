import { hasCommitments } from '#core/base/labels.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/registry.ts';
import { changeKinds, type ChangeKind } from '#core/words/change-words.ts';

/**
 * Since when a reader wants to see what has changed in the plan, and which kind of change. The choice
 * is kept in the address, `?since=2026-11-16&kind=carried`, so that it can be sent to others. A last
 * visit is a reader's own: it is in no address.
 */

export const lastSnapshot = 'last-snapshot';
export const lastVisit = 'last-visit';
/** One of these two, or a kept day. */
export type Since = string;

export interface ChangesChoice {
	since: Since;
	/** `null`: any. */
	kind: ChangeKind | null;
}

/** What there is to choose from. */
export interface ChangesOffer {
	/** Kept days, oldest first. */
	days: readonly IsoDate[];
	/** The newest day that the reader has seen before. `null`: none is known. */
	visit: IsoDate | null;
}

/**
 * What is shown when nothing is chosen: what has changed since the last visit, as far as anything
 * was kept since.
 */
export function defaultSince({ days, visit }: ChangesOffer): Since {
	const newest = days.at(-1);
	return visit !== null && newest !== undefined && visit < newest ? lastVisit : lastSnapshot;
}

/** Reads the query of an address. What is not offered is ignored: links get old. */
export function parseChoice(query: URLSearchParams, offer: ChangesOffer): ChangesChoice {
	const since = query.get('since');
	// The newest day is what is compared: nothing has changed since.
	const isOffered = since === lastSnapshot || offer.days.slice(0, -1).some((day) => day === since);
	const kind = query.get('kind');
	return {
		since: since !== null && isOffered ? since : defaultSince(offer),
		kind: kinds.find((one) => one === kind) ?? null,
	};
}

/** Writes a choice into the query of an address. Parameters of others stay as they are. */
export function writeChoice(
	query: URLSearchParams,
	{ since, kind }: ChangesChoice,
	offer: ChangesOffer,
): URLSearchParams {
	const written = new URLSearchParams(query);
	if (since === lastVisit || since === defaultSince(offer)) written.delete('since');
	else written.set('since', since);
	if (kind === null) written.delete('kind');
	else written.set('kind', kind);
	return written;
}

/**
 * The kept day whose plan a choice compares with the newest one. `null`: what has changed since the
 * last snapshot stands on the page anyway.
 *
 * A visit on a day that was not kept, or not for so long, is taken for the kept day before it, else
 * for the first one.
 */
export function findDay(since: Since, { days, visit }: ChangesOffer): IsoDate | null {
	if (since === lastSnapshot) return null;
	if (since !== lastVisit) return days.find((day) => day === since) ?? null;
	if (visit === null) return null;
	return days.findLast((day) => day <= visit) ?? days[0] ?? null;
}

function isKind(name: string): name is ChangeKind {
	return name in changeKinds;
}

const kinds: readonly ChangeKind[] = Object.keys(changeKinds).filter(isKind);

/** Those that a plan can have, in the order in which they are offered. */
export function kindsOf(
	rules: Pick<PlanRules, 'deliverableLabel' | 'priorities'>,
): readonly ChangeKind[] {
	const never = new Set<ChangeKind>([
		...(hasCommitments(rules) ? [] : (['committed', 'uncommitted'] as const)),
		...(rules.priorities.length > 1 ? [] : (['promoted', 'demoted'] as const)),
	]);
	return kinds.filter((kind) => !never.has(kind));
}
