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
	/** Consumers of which nobody can tell. */
	unknown: number;
}

/** `For 2 chosen endpoints: 1 consumer breaks, and of 1 it cannot be told.` */
export function describeImpact({ chosen, total, breaking, unknown }: ImpactCounts): string {
	const what =
		chosen === 0
			? `For all ${formatCount(total, 'endpoint')}`
			: `For ${formatCount(chosen, 'chosen endpoint')}`;
	const who =
		breaking === 0
			? 'no consumer breaks, as far as is known'
			: `${formatCount(breaking, 'consumer')} ${breaking === 1 ? 'breaks' : 'break'}`;
	const others = unknown === 0 ? '' : `, and of ${String(unknown)} it cannot be told`;
	return `${what}: ${who}${others}.`;
}
