import { attempt, type Shared } from './attempt.ts';
import type { Call, OnAttempt } from './call.ts';
import { Failed } from './failure.ts';

export interface GraphqlQuery {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

/** What cannot be told by then is asked for in another way, which takes time too. */
const shareOfDeadline = 0.25;

/**
 * One attempt, without a second one and without a word to those who count failures: an instance may
 * refuse GraphQL and answer everything else.
 *
 * @returns `undefined` when there is no answer in JSON.
 */
export async function askGraphql(
	query: GraphqlQuery,
	shared: Shared,
	onAttempt: OnAttempt,
): Promise<unknown> {
	const call: Call = {
		method: 'POST',
		url: new URL(`${shared.settings.url}/api/graphql`),
		path: '/graphql',
		expected: 'json',
		authorization: null,
		body: JSON.stringify(query),
		isLimitedApart: true,
		onAttempt,
	};
	const { limiter, settings, tracer } = shared;
	tracer.begin(call);
	let free: () => void = () => undefined;
	try {
		free = await limiter.takeSlot(call);
		const share = Math.ceil(limiter.timeLeft() * shareOfDeadline);
		const timeoutMs = Math.min(settings.attemptTimeoutMs, share);
		return (await attempt(call, shared, timeoutMs)).body;
	} catch (error) {
		if (error instanceof Failed) return undefined;
		throw error;
	} finally {
		free();
	}
}
