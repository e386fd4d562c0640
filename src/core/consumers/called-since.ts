import type { Since } from '#core/base/kept-day.ts';
import { compareText } from '#model/order.ts';
import type { DeclaredEndpoint } from '#model/api.ts';
import type { CallsOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { findCallsOf, hasCall, type CallsOfConsumer } from './kept-calls.ts';

/**
 * Since when a consumer calls an endpoint.
 *
 * Days on which its source was not read, or not whole, say nothing: they neither end a row nor begin
 * one. A day on which the same commit was read as on a later one had the same calls, whatever was
 * looked for then. Before a day on which something else was looked for nothing is known.
 *
 * @param history In any order, of one source.
 * @returns `undefined` when the newest known answer is that it does not, or there is none.
 */
export function findCalledSince(
	history: readonly CallsOfDay[],
	consumer: string,
	endpoint: DeclaredEndpoint,
): Since | undefined {
	let first: CallsOfConsumer | undefined;
	let lookedFor: string | undefined;
	let day: IsoDate | undefined;
	for (const kept of history.toSorted((a, b) => compareText(b.day, a.day))) {
		const calls = findCallsOf(kept, consumer);
		if (calls === undefined) continue;
		if (hasCall(calls, endpoint) || calls.commit === first?.commit) {
			first = calls;
			({ day, lookedFor } = kept);
		} else if (!calls.partial) {
			return day === undefined ? undefined : { day, isAtLeast: kept.lookedFor !== lookedFor };
		}
	}
	return day === undefined ? undefined : { day, isAtLeast: true };
}
