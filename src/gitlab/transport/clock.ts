import { setTimeout as sleepFor } from 'node:timers/promises';

/** What time it is, and waiting. How long one request takes is measured by the machine's own clock. */
export interface Clock {
	/** In milliseconds since 1970. */
	now: () => number;
	/** Rejects as soon as the signal is aborted. */
	sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

export const machineClock: Clock = {
	now: () => Date.now(),
	sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
};
