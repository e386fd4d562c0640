import { formatCount } from '#core/words/formats.ts';

/**
 * Which endpoints a reader wants to change. The choice is kept in the address,
 * `?endpoint=list-cars&endpoint=get-car`, so that it can be sent to others.
 */

const parameter = 'endpoint';

/** Reads the query of an address. What is not offered is ignored: links get old. */
export function parseEndpoints(query: URLSearchParams, offered: readonly string[]): string[] {
	const asked = new Set(query.getAll(parameter));
	return offered.filter((id) => asked.has(id));
}

/** Writes a choice into the query of an address. Parameters of others stay as they are. */
export function writeEndpoints(query: URLSearchParams, chosen: readonly string[]): URLSearchParams {
	const written = new URLSearchParams(query);
	written.delete(parameter);
	for (const id of chosen) written.append(parameter, id);
	return written;
}

export interface ImpactCounts {
	/** Endpoints that are chosen. 0: none, which shows the answer for all. */
	chosen: number;
	/** All endpoints. */
	total: number;
	/** Consumers that break. */
	breaking: number;
	/** Consumers that may break, since not all of their calls are known. */
	unknown: number;
}

/** Where a script can choose, nothing is said of consumers before. */
export const nothingChosen =
	'Nothing chosen yet: tick the endpoints that you want to change, deprecate or remove.';

/** `For 2 chosen endpoints: 1 consumer breaks, and 1 more may.` */
export function describeImpact({ chosen, total, breaking, unknown }: ImpactCounts): string {
	const what =
		chosen === 0
			? `For all ${formatCount(total, 'endpoint')}`
			: `For ${formatCount(chosen, 'chosen endpoint')}`;
	const who =
		breaking === 0
			? 'no consumer breaks, as far as we know'
			: `${formatCount(breaking, 'consumer')} ${breaking === 1 ? 'breaks' : 'break'}`;
	const more = breaking === 0 ? `but ${String(unknown)} may` : `and ${String(unknown)} more may`;
	const others = unknown === 0 ? '' : `, ${more}`;
	return `${what}: ${who}${others}.`;
}
