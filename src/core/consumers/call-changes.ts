import type { DeclaredEndpoint } from '#model/api.ts';
import type { CommitSha } from '#model/evidence.ts';
import type { CallsOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { DeclaredConsumer } from '#model/declared.ts';
import type { Registry } from '#model/registry.ts';
import { findCallsOf, hasCall, type CallsOfConsumer } from './kept-calls.ts';
import { nameEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import { compareText } from '#model/order.ts';

/** A consumer has begun to call an endpoint, or calls it no more. */
export interface CallChange {
	kind: 'starts-calling' | 'stops-calling';
	consumer: Pick<DeclaredConsumer, 'path' | 'name'>;
	endpoint: Pick<DeclaredEndpoint, 'id' | 'method' | 'path' | 'title' | 'status'>;
	/** The last day that was kept on which it was otherwise. */
	since: IsoDate;
	/** What was read on the day of the change. */
	commit: CommitSha;
}

/** What has changed on one day that was kept. */
export interface CallChangesOfDay {
	day: IsoDate;
	/** In the order of the registry's consumers, then of its endpoints. Never empty. */
	changes: CallChange[];
}

/**
 * What consumers have begun to call, and what they call no more, the newest day first.
 *
 * What could not be read says nothing: a call that is missing counts only where all of the source
 * was read. Where the same commit was read on both days the consumer has not changed, only what was
 * looked for; and where something else was looked for nobody can tell which of them has.
 *
 * @param history In any order, of one source.
 */
export function findCallChanges(
	history: readonly CallsOfDay[],
	{ consumers, api }: Pick<Registry, 'consumers' | 'api'>,
): CallChangesOfDay[] {
	const days = history.toSorted((a, b) => compareText(a.day, b.day));
	const changes = consumers.flatMap((consumer) => {
		const kept = days.flatMap(({ day, lookedFor, ...ofDay }): Kept[] => {
			const calls = findCallsOf(ofDay, consumer.path);
			return calls ? [{ day, lookedFor, calls }] : [];
		});
		return api.endpoints.flatMap((endpoint) => findChangesOf(kept, consumer, endpoint));
	});
	const byDay = Map.groupBy(changes, ({ day }) => day);
	return [...byDay]
		.map(([day, ofDay]) => ({ day, changes: ofDay.map(({ change }) => change) }))
		.toSorted((a, b) => compareText(b.day, a.day));
}

interface Kept extends Pick<CallsOfDay, 'day' | 'lookedFor'> {
	calls: CallsOfConsumer;
}

function findChangesOf(
	kept: readonly Kept[],
	{ path, name }: DeclaredConsumer,
	endpoint: DeclaredEndpoint,
): { day: IsoDate; change: CallChange }[] {
	const { id, method, path: endpointPath, title, status } = endpoint;
	const changes: { day: IsoDate; change: CallChange }[] = [];
	let last: (Kept & { isCalled: boolean }) | undefined;
	for (const { day, lookedFor, calls } of kept) {
		const isCalled = answerOf(calls, endpoint);
		if (isCalled === undefined) continue;
		const isOtherProgram = last?.calls.commit !== calls.commit && last?.lookedFor === lookedFor;
		if (last !== undefined && last.isCalled !== isCalled && isOtherProgram) {
			changes.push({
				day,
				change: {
					kind: isCalled ? 'starts-calling' : 'stops-calling',
					consumer: { path, name },
					endpoint: { id, method, path: endpointPath, title, status },
					since: last.day,
					commit: calls.commit,
				},
			});
		}
		last = { day, lookedFor, calls, isCalled };
	}
	return changes;
}

/** `undefined`: not all of the source was read, and it was not found in what was. */
function answerOf(calls: CallsOfConsumer, endpoint: DeclaredEndpoint): boolean | undefined {
	return hasCall(calls, endpoint) || (calls.partial ? undefined : false);
}

/** A sentence without the day: `Example CLI now calls GET /cars (List the cars).` */
export function describeCallChange({ kind, consumer, endpoint }: CallChange): string {
	const what = `${nameEndpoint(endpoint)} (${endpoint.title})`;
	return kind === 'starts-calling'
		? `${consumer.name} now calls ${what}${endpoint.status === 'deprecated' ? ', which is deprecated' : ''}.`
		: `${consumer.name} no longer calls ${what}.`;
}
