import type { Settings } from './settings.ts';
import { findRateLimit, type RateLimit } from './waits.ts';

/** Full speed while more requests than this remain. */
const scarce = 20;

/**
 * Spreads the last requests of a rate limit evenly over the time until it starts anew.
 *
 * Without a limit, or with plenty left of it, a request may start at once; and so it may when the limit
 * starts anew too late for us, which leaves nothing to spare requests for.
 */
export class Budget {
	readonly #maxWaitMs: number;
	readonly #endsAt: number;
	#limit: RateLimit | null = null;
	#lastStartAt = 0;

	/** @param endsAt When nothing more is asked, in milliseconds since 1970. */
	constructor({ maxWaitMs }: Pick<Settings, 'maxWaitMs'>, endsAt: number) {
		this.#maxWaitMs = maxWaitMs;
		this.#endsAt = endsAt;
	}

	/** When the next request may start, in milliseconds since 1970. */
	nextStartAt(now: number): number {
		const limit = this.#limit;
		if (!limit || limit.remaining > scarce || limit.resetAt <= now) return now;
		if (limit.remaining > 0 && limit.resetAt > this.#endsAt) return now;
		// One share more than requests: the first request after the reset closes the row.
		const share = (limit.resetAt - this.#lastStartAt) / (limit.remaining + 1);
		return this.#lastStartAt + Math.min(share, this.#maxWaitMs);
	}

	/** A request starts. When little remains it is counted here until an answer counts it. */
	start(now: number): void {
		this.#lastStartAt = now;
		const limit = this.#limit;
		if (!limit || limit.remaining > scarce) return;
		this.#limit = { ...limit, remaining: Math.max(0, limit.remaining - 1) };
	}

	/** Learns from an answer. One of a period that is over has been overtaken and tells nothing. */
	learn(headers: Headers, now: number): void {
		// What it answers was sent before anybody knew of this budget.
		this.#lastStartAt ||= now;
		const told = findRateLimit(headers, now);
		if (told && told.resetAt >= (this.#limit?.resetAt ?? 0)) this.#limit = told;
	}
}
