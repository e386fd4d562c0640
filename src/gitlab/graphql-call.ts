import { readAnswer } from './answer.ts';
import type { Call, OnAttempt } from './call.ts';
import { close, exchange } from './exchange.ts';
import { Failed } from './failure.ts';
import type { Shared } from './persist.ts';

export interface GraphqlQuery {
	readonly query: string;
	readonly variables: Readonly<Record<string, unknown>>;
}

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
		free = await pace.takeSlot();
		const open = await exchange(call, pace, settings.attemptTimeoutMs);
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
