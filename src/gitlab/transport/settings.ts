import { machineClock, type Clock } from './clock.ts';
import type { TracedRequest } from './trace.ts';

export interface RequesterOptions {
	/** Where GitLab is, without a slash at its end: `https://gitlab.com`, `https://host/gitlab`. */
	readonly url: string;
	/** Known only so that it can be kept out of every text that leaves. */
	readonly token?: string | undefined;
	/** For one attempt, from the request to the last byte of the answer. Default 15 s. */
	readonly attemptTimeoutMs?: number | undefined;
	/** For everything that this requester is asked, counted from its creation. Default 5 min. */
	readonly deadlineMs?: number | undefined;
	/** Requests at a time, of whatever kind. Default 8. */
	readonly concurrency?: number | undefined;
	/** Before the second try; it doubles with every further one. Default 1 s. */
	readonly backoffMs?: number | undefined;
	/** The longest wait, whatever GitLab asks for. Default 1 h, as rate limits by the hour want. */
	readonly maxWaitMs?: number | undefined;
	/** Of one answer. Default 16 MiB. */
	readonly maxBytes?: number | undefined;
	/** After so many failed attempts without one good answer nothing more is asked. Default 20. */
	readonly maxFailuresInARow?: number | undefined;
	/** Of pauses, rate limits and the deadline. Default: the machine's. */
	readonly clock?: Clock | undefined;
	/** Called when something waits for a rate limit, with the end of the wait. */
	readonly onWait?: ((until: Date) => void) | undefined;
	/** Called for each request, when it has ended. */
	readonly onRequest?: ((request: TracedRequest) => void) | undefined;
	readonly archive?:
		| {
				/** Default 64 MiB. */
				readonly maxBytes?: number | undefined;
				/** Without a byte. Default 15 s. */
				readonly idleTimeoutMs?: number | undefined;
				/** For one archive, its reader's time included. Default 120 s. */
				readonly totalTimeoutMs?: number | undefined;
		  }
		| undefined;
}

type Filled<Options> = { readonly [Key in keyof Options]-?: NonNullable<Options[Key]> };

/** The options with every default filled in, and without the token. */
export interface Settings extends Filled<
	Omit<RequesterOptions, 'token' | 'onRequest' | 'archive'>
> {
	readonly archive: Filled<NonNullable<RequesterOptions['archive']>>;
}

const mebibyte = 1024 * 1024;

export function withDefaults(options: RequesterOptions): Settings {
	return {
		url: options.url,
		attemptTimeoutMs: options.attemptTimeoutMs ?? 15_000,
		deadlineMs: options.deadlineMs ?? 300_000,
		concurrency: options.concurrency ?? 8,
		backoffMs: options.backoffMs ?? 1_000,
		maxWaitMs: options.maxWaitMs ?? 3_600_000,
		maxBytes: options.maxBytes ?? 16 * mebibyte,
		maxFailuresInARow: options.maxFailuresInARow ?? 20,
		clock: options.clock ?? machineClock,
		onWait: options.onWait ?? (() => undefined),
		archive: {
			maxBytes: options.archive?.maxBytes ?? 64 * mebibyte,
			idleTimeoutMs: options.archive?.idleTimeoutMs ?? 15_000,
			totalTimeoutMs: options.archive?.totalTimeoutMs ?? 120_000,
		},
	};
}
