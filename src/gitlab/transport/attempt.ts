import type { FormattedResponse } from '@gitbeaker/requester-utils';
import { readAnswer } from './answer.ts';
import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { close, send } from './send.ts';
import type { Settings } from './settings.ts';
import type { Tracer } from './trace.ts';

/** What all requests of a requester have in common. */
export interface Shared {
	readonly settings: Settings;
	readonly clean: Cleaner;
	readonly limiter: RateLimiter;
	readonly tracer: Tracer;
}

/**
 * Asks once, and reads the answer to its end. Needs a slot.
 *
 * @throws {Failed}
 */
export async function attempt(
	call: Call,
	shared: Shared,
	timeoutMs = shared.settings.attemptTimeoutMs,
): Promise<FormattedResponse> {
	const open = await send(call, shared, timeoutMs);
	try {
		return await readAnswer(open, call, shared);
	} finally {
		close(open);
	}
}
