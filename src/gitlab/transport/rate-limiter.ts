import pLimit, { type LimitFunction } from 'p-limit';
import { Budgets, type Kept } from './budgets.ts';
import type { Call } from './call.ts';
import { endpointOf, identityOf } from './endpoint.ts';
import { Failed, type Failure, failureOf, inSeconds, said } from './failure.ts';
import { GivingUp } from './giving-up.ts';
import { notAsked, type Pause, Pauses } from './pauses.ts';
import type { Settings } from './settings.ts';

/** So long nobody waits but for a rate limit, and who pulls wants to know it. */
const longWaitMs = 20_000;

/**
 * When a request to the host may start: slots, pauses, rate limits, the deadline, giving up.
 *
 * A request takes a slot, then its turn.
 */
export class RateLimiter {
	readonly #settings: Settings;
	readonly #endsAt: number;
	readonly #slots: LimitFunction;
	readonly #budgets: Budgets;
	readonly #pauses = new Pauses();
	readonly #givingUp: GivingUp;

	constructor(settings: Settings) {
		this.#settings = settings;
		this.#endsAt = settings.clock.now() + settings.deadlineMs;
		this.#slots = pLimit({ concurrency: settings.concurrency, rejectOnClear: true });
		this.#budgets = new Budgets(settings, this.#endsAt);
		this.#givingUp = new GivingUp(settings.maxFailuresInARow);
		this.#givingUp.signal.addEventListener('abort', () => {
			this.#slots.clearQueue();
		});
	}

	/**
	 * Waits until the call may be made, and for a slot: nobody holds one while others could use it.
	 * The returned function gives it back; calling it again does nothing.
	 */
	async takeSlot(call: Call): Promise<() => void> {
		for (;;) {
			await this.#untilReady(call);
			const free = await this.#nextSlot(call);
			if (!this.mustWait(call)) return free;
			free();
		}
	}

	/** Whether the call may not be made now: it is given up, or there is a pause or no budget. */
	mustWait(call: Call): boolean {
		return this.#givingUp.refusal(call) !== undefined || this.#findPause(call).until > this.#now();
	}

	/** Waits until the next request may be sent. Call it with a slot, right before sending. */
	async takeTurn(call: Call): Promise<void> {
		while (!(await this.#takeTurnIn(this.#budgets.of(call), call)));
	}

	/** Whether the turn was taken; else the call counts in another budget by now, and waits there. */
	async #takeTurnIn(kept: Kept, call: Call): Promise<boolean> {
		return kept.takeTurn(async () => {
			for (;;) {
				this.#check(call);
				if (this.#budgets.of(call) !== kept) return false;
				const now = this.#now();
				const { until, failure } = this.#findCommonPause(call);
				if (until <= now) {
					kept.budget.start(now);
					return true;
				}
				await this.wait(until - now, failure, call);
			}
		});
	}

	/**
	 * @throws {Failed} at once when the wait would pass the deadline, with the failure it is for; and
	 * with that as soon as the endpoint is given up.
	 */
	async wait(ms: number, failure: Failure, call: Call): Promise<void> {
		if (this.#now() + ms > this.#endsAt) throw new Failed(this.#tooLate(ms, failure));
		if (ms >= longWaitMs) this.#settings.onWait(new Date(this.#now() + ms));
		const signal = this.#givingUp.signalFor(call);
		await this.#settings.clock.sleep(ms, signal).catch(() => {
			throw this.#givingUp.hostRefusal() ?? new Failed(failure);
		});
	}

	/** Nobody asks for so long what the failure is about: everything, a budget, or its endpoint. */
	pause(call: Call, ms: number, failure: Failure): void {
		const whats = {
			all: identityOf(call),
			budget: this.#budgets.nameFor(call),
			endpoint: endpointOf(call),
		};
		this.#pauses.add(whats[failure.limits], this.#now() + ms, failure);
	}

	learn(call: Call, headers: Headers): void {
		this.#budgets.learn(call, headers, this.#now());
	}

	answered(call: Call): void {
		this.#givingUp.answered(call);
	}

	/** Counts a failed attempt. After too many in a row what waits for the same fails at once. */
	failed(call: Call, failure: Failure): void {
		this.#givingUp.failed(call, failure);
	}

	/** The time for an attempt, and the failure that it is when this time is over. */
	limit(ms: number, failure: Failure): [number, Failure] {
		const left = this.timeLeft();
		return left < ms ? [left, this.#ended(failure.happened)] : [ms, failure];
	}

	/** Milliseconds until the deadline. */
	timeLeft(): number {
		return Math.max(0, this.#endsAt - this.#now());
	}

	#now(): number {
		return this.#settings.clock.now();
	}

	async #untilReady(call: Call): Promise<void> {
		for (;;) {
			this.#check(call);
			const { until, failure } = this.#findPause(call);
			const ms = until - this.#now();
			if (ms <= 0) return;
			await this.wait(ms, failure, call);
		}
	}

	async #nextSlot(call: Call): Promise<() => void> {
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
			taken.reject(this.#givingUp.refusal(call));
		});
		return taken.promise;
	}

	#findPause(call: Call): Pause {
		return latest(this.#findCommonPause(call), this.#pauses.of(endpointOf(call)));
	}

	/** What all wait for that is counted with it. */
	#findCommonPause(call: Call): Pause {
		const until = this.#budgets.of(call).budget.nextStartAt(this.#now());
		const own = latest({ until, failure: rateLimitUsed }, this.#pauses.of(identityOf(call)));
		return latest(own, this.#pauses.of(this.#budgets.nameFor(call)));
	}

	#check(call: Call): void {
		const refusal = this.#givingUp.refusal(call);
		if (refusal) throw refusal;
		if (this.#now() >= this.#endsAt) throw new Failed(this.#ended('was not asked'));
	}

	#ended(happened: string): Failure {
		return failureOf({
			kind: 'deadline',
			happened,
			reason: `the deadline of ${inSeconds(this.#settings.deadlineMs)} for all requests has passed`,
		});
	}

	#tooLate(ms: number, failure: Failure): Failure {
		return {
			...failure,
			kind: 'deadline',
			lastKind: failure.lastKind ?? failure.kind,
			retry: false,
			quoted: false,
			reason:
				`${said(failure)}, and waiting ${inSeconds(ms)} would pass ` +
				`the deadline of ${inSeconds(this.#settings.deadlineMs)} for all requests`,
		};
	}
}

function latest(one: Pause, other: Pause | undefined): Pause {
	return other && other.until >= one.until ? other : one;
}

const rateLimitUsed = notAsked("the instance's rate limit is nearly used up");
