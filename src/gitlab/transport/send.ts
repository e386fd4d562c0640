import type { Shared } from './attempt.ts';
import type { Call } from './call.ts';
import { Failed, inSeconds, tooSlow } from './failure.ts';
import { Limits } from './limits.ts';
import { describeNetworkError } from './network.ts';
import { followRedirect, redirectStatuses, refused } from './redirect.ts';
import type { Tracer } from './trace.ts';

/** An answer whose body is still to be read, within the limits. */
export interface OpenAnswer {
	readonly response: Response;
	readonly limits: Limits;
	/** Tells the trace that it has been read. */
	readonly end: () => void;
}

/** Sends a call and follows its redirects. The timeout goes on until `limits.stop()`. */
export async function send(
	call: Call,
	{ limiter, tracer }: Pick<Shared, 'limiter' | 'tracer'>,
	timeoutMs: number,
): Promise<OpenAnswer> {
	let url = call.url;
	for (let followed = 0; ; followed += 1) {
		await limiter.takeTurn(call);
		call.onAttempt(url);
		const late = tooSlow(`it took longer than ${inSeconds(timeoutMs)}`);
		const end = tracer.send(call, url);
		const sent = await sendOnce(call, url, limiter.limit(timeoutMs, late), end);
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
	end: ReturnType<Tracer['send']>,
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
		const { status } = response;
		return {
			response,
			limits,
			end: () => {
				end({ status });
			},
		};
	} catch (error) {
		limits.stop();
		const failed =
			error instanceof Failed
				? error
				: new Failed(describeNetworkError(error, url.host, call.setting));
		end({ status: null, failure: failed.message });
		throw failed;
	}
}

/** Ends an answer, whatever has been read of it. An unread body would keep the connection. */
export function close({ response, limits, end }: OpenAnswer): void {
	limits.stop();
	end();
	response.body?.cancel().catch(() => undefined);
}

function headersOf(call: Call): Record<string, string> {
	return {
		...(call.authorization === null ? {} : { authorization: call.authorization }),
		...(call.body === null ? {} : { 'content-type': 'application/json' }),
	};
}
