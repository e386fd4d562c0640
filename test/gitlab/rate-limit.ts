import { type Answer, plainText } from './answer.ts';

interface Window {
	start: number;
	observed: number;
}

/** What GitLab.com allows a stranger and a token in a minute: said, but not enforced. */
const usual = { anonymous: 500, token: 2000 };

/** Counts the requests of each caller in windows of a fixed length. */
export class RateLimiter {
	readonly #windows = new Map<string, Window>();

	/** The headers for one more request, and the refusal when it is one too many. */
	count(
		limits: { limit: number; windowMs: number } | undefined,
		token: string | null,
	): { headers: Record<string, string>; refusal: Answer | undefined } {
		const now = Date.now();
		if (limits === undefined) {
			const limit = token === null ? usual.anonymous : usual.token;
			return { headers: headersFor(token, limit, 1, now + 60_000), refusal: undefined };
		}
		const window = this.#windowAt(now, token ?? '', limits.windowMs);
		const end = window.start + limits.windowMs;
		const headers = headersFor(token, limits.limit, window.observed, end);
		if (window.observed <= limits.limit) return { headers, refusal: undefined };
		return {
			headers,
			refusal: plainText('Retry later\n', 429, {
				'RateLimit-ResetTime': new Date(end).toUTCString(),
				'Retry-After': String(Math.ceil((end - now) / 1000)),
			}),
		};
	}

	#windowAt(now: number, caller: string, windowMs: number): Window {
		const known = this.#windows.get(caller);
		const window =
			known !== undefined && now < known.start + windowMs ? known : { start: now, observed: 0 };
		window.observed += 1;
		this.#windows.set(caller, window);
		return window;
	}
}

function headersFor(
	token: string | null,
	limit: number,
	observed: number,
	end: number,
): Record<string, string> {
	return {
		'RateLimit-Limit': String(limit),
		'RateLimit-Name': `throttle_${token === null ? 'un' : ''}authenticated_api`,
		'RateLimit-Observed': String(observed),
		'RateLimit-Remaining': String(Math.max(0, limit - observed)),
		'RateLimit-Reset': String(Math.ceil(end / 1000)),
	};
}
