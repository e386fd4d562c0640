import type { Settings } from './settings.ts';

/** Tries in all, the first one included. */
export const maxTries = 5;

/** What may be gone at the next try: limits, and servers that are overloaded or restarting. */
export const retriedStatuses: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

const dayMs = 86_400_000;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long an answer asks to wait: `Retry-After`, else until the reset of a limit that is used up.
 *
 * `null`: it does not say, or nothing that can be read.
 */
export function findAskedWait(headers: Headers, now: number): number | null {
	const retryAfter = headers.get('retry-after')?.trim() ?? '';
	if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000;
	if (httpDate.test(retryAfter)) {
		const at = Date.parse(retryAfter);
		if (!Number.isNaN(at)) return Math.max(0, at - sentAt(headers, now));
	}
	const limit = findRateLimit(headers, now);
	return limit?.remaining === 0 ? limit.resetAt - now : null;
}

/** How long to wait after a try that failed, the first try being 1. */
export function measureWait(
	askedMs: number | null,
	tries: number,
	{ backoffMs, maxWaitMs }: Pick<Settings, 'backoffMs' | 'maxWaitMs'>,
): number {
	// Between half and whole, so that requests that failed together do not come back together.
	const jitter = 0.5 + Math.random() / 2;
	return Math.min(askedMs ?? backoffMs * 2 ** (tries - 1) * jitter, maxWaitMs);
}

/** What is left of a rate limit, and when it starts anew in milliseconds since 1970. */
export interface RateLimit {
	readonly remaining: number;
	readonly resetAt: number;
}

/** `null`: the instance does not tell, or its reset is over or too far away to be a time. */
export function findRateLimit(headers: Headers, now: number): RateLimit | null {
	const remaining = headers.get('ratelimit-remaining') ?? '';
	const reset = headers.get('ratelimit-reset') ?? '';
	if (!/^\d+$/.test(remaining) || !/^\d+$/.test(reset)) return null;
	const resetAt = Number(reset) * 1000 - sentAt(headers, now) + now;
	if (resetAt <= now || resetAt > now + dayMs) return null;
	return { remaining: Number(remaining), resetAt };
}

/** By less, a clock does not go otherwise than ours: it tells whole seconds, and an answer is on its way. */
const agreementMs = 2_000;

/** When an answer was sent by the clock that its other dates are of. */
function sentAt(headers: Headers, now: number): number {
	const at = Date.parse(headers.get('date') ?? '');
	return Math.abs(at - now) >= agreementMs ? at : now;
}
