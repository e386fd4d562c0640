import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';
import { Budget } from './budget.ts';
import { describeFailure, Failed, type Failure, failureOf, inSeconds } from './failure.ts';
import type { Settings } from './settings.ts';

/**
 * When a request to the host may start: slots, pauses, rate limits, the deadline, giving up.
 *
 * A request takes a slot, then its turn.
 */
export class Pace {
	readonly #settings: Settings;
	readonly #endsAt: number;
	readonly #slots: LimitFunction;
	/** One at a time looks at the clock, so that those who wait start one after the other. */
	readonly #turns: LimitFunction = pLimit(1);
	/** GitLab counts strangers and signed-in users apart. */
	readonly #budgets: Readonly<Record<'anonymous' | 'token', Budget>>;
	readonly #givenUp = new AbortController();
	#pause: { readonly until: number; readonly failure: Failure } | null = null;
	#failuresInARow = 0;
	#lastFailure: Failure | null = null;

	constructor(settings: Settings) {
		this.#settings = settings;
		this.#endsAt = Date.now() + settings.deadlineMs;
		this.#slots = pLimit({ concurrency: settings.concurrency, rejectOnClear: true });
		this.#budgets = {
			anonymous: new Budget(settings.maxWaitMs),
			token: new Budget(settings.maxWaitMs),
		};
	}

	/** Waits for a slot. The returned function gives it back; calling it again does nothing. */
	async takeSlot(): Promise<() => void> {
		this.#check();
		const taken = Promise.withResolvers<() => void>();
		const given = Promise.withResolvers<undefined>();
		const give = (): void => {
			given.resolve(undefined);
		};
		this.#slots(() => {
			taken.resolve(give);
			return given.promise;
		}).catch(() => {
			// Giving up clears the queue.
			taken.reject(this.#refusal());
		});
		return taken.promise;
	}

	/** Waits until the next request may be sent. Call it with a slot, right before sending. */
	async takeTurn(as: 'anonymous' | 'token'): Promise<void> {
		await this.#turns(async () => {
			for (;;) {
				this.#check();
				const now = Date.now();
				const spreadUntil = this.#budgets[as].nextStartAt(now);
				const pause = this.#pause;
				if (pause && pause.until > now && pause.until >= spreadUntil) {
					await this.wait(pause.until - now, pause.failure);
				} else if (spreadUntil > now) {
					await this.wait(spreadUntil - now, rateLimitUsed);
				} else {
					this.#budgets[as].start(now);
					return;
				}
			}
		});
	}

	/** @throws {Failed} at once when the wait would pass the deadline, with the failure it is for. */
	async wait(ms: number, failure: Failure): Promise<void> {
		this.#check();
		if (Date.now() + ms > this.#endsAt) throw new Failed(this.#tooLate(ms, failure));
		await sleep(ms, undefined, { signal: this.#givenUp.signal }).catch(() => {
			throw this.#refusal();
		});
	}

	/** Nobody asks the host for so long. */
	pauseAll(ms: number, failure: Failure): void {
		const until = Date.now() + ms;
		if (this.#pause && this.#pause.until >= until) return;
		const reason = `the host wants a pause: it ${describeFailure(failure)}`;
		this.#pause = { until, failure: notAsked(reason) };
	}

	learn(headers: Headers, as: 'anonymous' | 'token'): void {
		this.#budgets[as].learn(headers, Date.now());
	}

	succeeded(): void {
		this.#failuresInARow = 0;
	}

	/** Counts a failed attempt. After too many in a row everything that waits fails at once. */
	failed(failure: Failure): void {
		this.#failuresInARow += 1;
		if (this.#givenUp.signal.aborted) return;
		this.#lastFailure = failure;
		if (this.#failuresInARow < this.#settings.maxFailuresInARow) return;
		this.#givenUp.abort();
		this.#slots.clearQueue();
	}

	/** The time for an attempt, and the failure that it is when this time is over. */
	limit(ms: number, failure: Failure): [number, Failure] {
		const left = this.timeLeft();
		return left < ms ? [left, this.#ended(failure.happened)] : [ms, failure];
	}

	/** Milliseconds until the deadline. */
	timeLeft(): number {
		return Math.max(0, this.#endsAt - Date.now());
	}

	#check(): void {
		if (this.#givenUp.signal.aborted) throw this.#refusal();
		if (Date.now() >= this.#endsAt) throw new Failed(this.#ended('was not asked'));
	}

	#refusal(): Failed {
		const last = this.#lastFailure;
		return new Failed(
			failureOf({
				kind: 'gave-up',
				happened: 'was given up',
				reason:
					`${String(this.#settings.maxFailuresInARow)} attempts in a row failed, ` +
					`the last one ${last ? describeFailure(last) : 'too'}`,
				lastKind: last?.kind ?? null,
			}),
		);
	}

	#ended(happened: string): Failure {
		return failureOf({
			kind: 'deadline',
			happened,
			reason: `the deadline of ${inSeconds(this.#settings.deadlineMs)} for all requests has passed`,
		});
	}

	#tooLate(ms: number, failure: Failure): Failure {
		const said = failure.quoted ? `"${failure.reason}"` : failure.reason;
		return {
			...failure,
			kind: 'deadline',
			retry: false,
			quoted: false,
			reason:
				`${said}, and waiting ${inSeconds(ms)} would pass ` +
				`the deadline of ${inSeconds(this.#settings.deadlineMs)} for all requests`,
		};
	}
}

function notAsked(reason: string): Failure {
	return failureOf({ kind: 'deadline', happened: 'was not asked', reason });
}

const rateLimitUsed = notAsked("the instance's rate limit is nearly used up");
