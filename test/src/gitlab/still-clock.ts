import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '#gitlab/transport/clock.ts';
import { clientsFor, serve, type Handler } from './loopback.ts';

/** A clock that stands still until it is told to go on. It begins with a whole second. */
export class StillClock implements Clock {
	readonly #sleeping = new Set<{ until: number; wake: () => void }>();
	#now = Date.parse('2026-03-02T12:00:00Z');

	now = (): number => this.#now;

	sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
		signal.throwIfAborted();
		const { promise, resolve, reject } = Promise.withResolvers<undefined>();
		const sleeper = {
			until: this.#now + ms,
			wake: () => {
				resolve(undefined);
			},
		};
		const stop = () => {
			reject(new Error('stopped'));
		};
		this.#sleeping.add(sleeper);
		signal.addEventListener('abort', stop);
		await promise.finally(() => {
			this.#sleeping.delete(sleeper);
			signal.removeEventListener('abort', stop);
		});
	};

	/** How many wait. */
	get sleeping(): number {
		return this.#sleeping.size;
	}

	/** When the next of those who wait goes on. */
	get next(): number {
		return Math.min(...[...this.#sleeping].map(({ until }) => until));
	}

	goTo(time: number): void {
		this.#now = Math.max(this.#now, time);
		for (const { until, wake } of this.#sleeping) if (until <= this.#now) wake();
	}

	unixSeconds(msFromNow: number): string {
		return String(Math.ceil((this.#now + msFromNow) / 1000));
	}
}

/** A server and those who ask it, by a clock of their own. */
export async function serveByClock(
	handle: (...args: [...Parameters<Handler>, StillClock]) => void,
) {
	const clock = new StillClock();
	const beganAt = clock.now();
	const server = await serve((response, seen, count) => {
		handle(response, seen, count, clock);
	}, clock);
	let underWay = (): boolean => false;
	return {
		...server,
		[Symbol.asyncDispose]: server[Symbol.asyncDispose],
		clock,
		clients: (options: Parameters<typeof clientsFor>[1] = {}) => {
			let ended = 0;
			const onRequest = () => {
				ended += 1;
			};
			const clients = clientsFor(server.url, { ...options, clock, onRequest });
			underWay = () => clients.attempts.count > ended;
			return clients;
		},
		/** Lets time go on to the next who waits whenever no request is under way. */
		until: async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
			const state = { isSettled: false };
			const settle = () => {
				state.isSettled = true;
			};
			asked.then(settle, settle);
			for (;;) {
				await turn();
				if (state.isSettled) return asked;
				if (!underWay() && clock.sleeping > 0) clock.goTo(clock.next);
			}
		},
		/** Milliseconds since the beginning. */
		passed: () => clock.now() - beganAt,
	};
}
