import type { Call } from './call.ts';
import { Failed, inSeconds, tooSlow } from './failure.ts';
import { Limits } from './limits.ts';
import { describeNetworkError } from './network.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { followRedirect, redirectStatuses, refused } from './redirect.ts';

/** An answer whose body is still to be read, within the limits. */
export interface OpenAnswer {
	readonly response: Response;
	readonly limits: Limits;
}

/** Sends a call and follows its redirects. The timeout goes on until `limits.stop()`. */
export async function send(
	call: Call,
	limiter: RateLimiter,
	timeoutMs: number,
): Promise<OpenAnswer> {
	let url = call.url;
	for (let followed = 0; ; followed += 1) {
		await limiter.takeTurn(call);
		call.onAttempt(url);
		const late = tooSlow(`it took longer than ${inSeconds(timeoutMs)}`);
		const sent = await sendOnce(call, url, limiter.limit(timeoutMs, late));
		limiter.learn(call, sent.response.headers);
		if (!redirectStatuses.has(sent.response.status)) return sent;
		close(sent);
		if (call.method !== 'GET') {
			throw refused(sent.response, 'it redirects a request that changes something');
		}
		url = followRedirect(sent.response, url, followed, call.setting);
	}
}

async function sendOnce(
	call: Call,
	url: URL,
	timeout: Parameters<Limits['within']>,
): Promise<OpenAnswer> {
	const limits = new Limits();
	limits.within(...timeout);
	try {
		const response = await limits.hold(
			fetch(url, {
				method: call.method,
				headers: headersOf(call),
				body: call.body,
				signal: limits.signal,
				redirect: 'manual',
				// Sent as `sec-fetch-mode`. GitLab refuses archives to the default, `cors`, with a 406.
				mode: 'same-origin',
			}),
		);
		return { response, limits };
	} catch (error) {
		limits.stop();
		throw error instanceof Failed
			? error
			: new Failed(describeNetworkError(error, url.host, call.setting));
	}
}

/** Ends an answer, whatever has been read of it. An unread body would keep the connection. */
export function close({ response, limits }: OpenAnswer): void {
	limits.stop();
	response.body?.cancel().catch(() => undefined);
}

function headersOf(call: Call): Record<string, string> {
	return {
		...(call.authorization === null ? {} : { authorization: call.authorization }),
		...(call.body === null ? {} : { 'content-type': 'application/json' }),
	};
}
