import { readAnswer } from './answer.ts';
import type { Call, OnAttempt } from './call.ts';
import { close, exchange, type ExchangePace } from './exchange.ts';
import { Failed } from './failure.ts';
import type { Pace } from './pace.ts';
import type { Shared } from './persist.ts';

export interface GraphqlQuery {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** What cannot be told by then is asked for in another way, which takes time too. */
const longestMs = 5_000;
const shareOfDeadline = 0.25;

/**
 * One attempt, without a second one and without a word to those who count failures: an instance may
 * refuse GraphQL and answer everything else.
 *
 * @returns `undefined` when there is no answer in JSON.
 */
export async function askGraphql(
	query: GraphqlQuery,
	{ pace, clean, settings }: Shared,
	onAttempt: OnAttempt,
): Promise<unknown> {
	const call: Call = {
		method: 'POST',
		url: new URL(`${settings.url}/api/graphql`),
		path: '/graphql',
		expected: 'json',
		authorization: null,
		body: JSON.stringify(query),
		onAttempt,
	};
	let free: () => void = () => undefined;
	try {
		free = await pace.takeSlot(call);
		const timeoutMs = Math.min(
			settings.attemptTimeoutMs,
			longestMs,
			Math.ceil(pace.timeLeft() * shareOfDeadline),
		);
		const open = await exchange(call, apartFrom(pace), timeoutMs);
		try {
			return (await readAnswer(open, call, { clean, maxBytes: settings.maxBytes })).body;
		} finally {
			close(open);
		}
	} catch (error) {
		if (error instanceof Failed) return undefined;
		throw error;
	} finally {
		free();
	}
}

/** GraphQL may have a rate limit of its own: what it tells must not hold up other requests. */
function apartFrom(pace: Pace): ExchangePace {
	return {
		takeTurn: (call) => pace.takeTurn(call),
		limit: (ms, failure) => pace.limit(ms, failure),
		learn: () => undefined,
	};
}
