import type { Api } from '#model/api.ts';
import type { ConsumerEvidence, SourceReading } from '#model/evidence.ts';
import type { CallsOfDay } from '#model/history.ts';
import { findEndpoints, lacksMethod } from '#core/consumers/endpoints/api-uses.ts';
import { keptDay, type KeptPull } from '#core/base/kept-day.ts';
import { compareText } from '#model/order.ts';
import { fingerprintSearch } from '#core/consumers/source/search.ts';
import type { CallsOfConsumer } from './kept-calls.ts';

/**
 * What the history keeps of the snapshot's day: which endpoints each consumer called, by the newest
 * commit that was read. Sorted, so that a diff shows changes only.
 */
export function toCallsOfDay(
	pull: KeptPull,
	evidence: readonly ConsumerEvidence[],
	api: Api,
): CallsOfDay {
	const lookedFor = fingerprintSearch(api);
	const calls = evidence
		.toSorted((a, b) => compareText(a.path, b.path))
		.flatMap(({ path, reading }) =>
			reading ? [[path, toCalls(reading, api, lookedFor)] as const] : [],
		);
	return { ...keptDay(pull), lookedFor, consumers: Object.fromEntries(calls) };
}

/** What was read when something else was looked for may lack what is looked for now. */
function toCalls(
	{ commit, partial, lookedFor: readFor, uses }: SourceReading,
	api: Api,
	lookedFor: string,
): CallsOfConsumer {
	const found = uses.map((use) => {
		const endpoints = findEndpoints(use, api);
		return { name: use.name, endpoints, isOpen: lacksMethod(use, endpoints.length) };
	});
	return {
		commit,
		partial: partial !== null || readFor !== lookedFor,
		endpoints: sortedOnce(
			found.flatMap(({ isOpen, endpoints }) => (isOpen ? [] : endpoints.map(({ id }) => id))),
		),
		unmapped: sortedOnce(
			found.filter(({ endpoints }) => endpoints.length === 0).map(({ name }) => name),
		),
	};
}

function sortedOnce(texts: readonly string[]): string[] {
	return [...new Set(texts)].toSorted(compareText);
}
