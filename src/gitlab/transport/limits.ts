import { Failed, type Failure } from './failure.ts';

/** The time limits of one answer: whichever passes first ends it with its failure. */
export class Limits {
	readonly #controller = new AbortController();
	readonly #expired = Promise.withResolvers<never>();
	readonly #timers = new Set<NodeJS.Timeout>();

	constructor() {
		// A limit may pass while nobody is waiting: the next request is told.
		this.#expired.promise.catch(() => undefined);
	}

	get signal(): AbortSignal {
		return this.#controller.signal;
	}

	/** Sets a limit. The returned function lifts it. */
	within(ms: number, failure: Failure): () => void {
		const timer = setTimeout(() => {
			this.#expired.reject(new Failed(failure));
			this.#controller.abort();
		}, ms);
		this.#timers.add(timer);
		return () => {
			clearTimeout(timer);
			this.#timers.delete(timer);
		};
	}

	/**
	 * The promise's value, unless a limit passes before.
	 *
	 * Not left to the signal alone: what was started with it may be slow to notice.
	 */
	async hold<Value>(promise: Promise<Value>): Promise<Value> {
		return Promise.race([this.#expired.promise, promise]);
	}

	/** Lifts all limits. */
	stop(): void {
		for (const timer of this.#timers) clearTimeout(timer);
		this.#timers.clear();
	}
}
