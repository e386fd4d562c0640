import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';
import { Failed, toError } from './failure.ts';
import type { Pace } from './pace.ts';
import { maxTries, measureWait } from './retry.ts';
import type { Settings } from './settings.ts';

/** What all requests of a requester have in common. */
export interface Shared {
	readonly settings: Settings;
	readonly clean: Cleaner;
	readonly pace: Pace;
}

/**
 * A slot for all tries of a call. The returned function gives it back.
 *
 * @throws {GitLabError} when giving up or the deadline came before it.
 */
export async function takeSlot(call: Call, { pace, clean }: Shared): Promise<() => void> {
	try {
		return await pace.takeSlot();
	} catch (error) {
		if (!(error instanceof Failed)) throw error;
		throw toError(error.failure, call, { tries: 0, clean });
	}
}

/**
 * Tries until there is an answer, or another try makes no sense.
 *
 * @throws {GitLabError}
 */
export async function persist<Answer>(
	call: Call,
	shared: Shared,
	attempt: () => Promise<Answer>,
): Promise<Answer> {
	let tries = 0;
	try {
		for (;;) {
			tries += 1;
			try {
				const answer = await attempt();
				shared.pace.succeeded();
				return answer;
			} catch (error) {
				await prepareNextTry(error, call, tries, shared);
			}
		}
	} catch (error) {
		if (!(error instanceof Failed)) throw error;
		throw toError(error.failure, call, { tries, clean: shared.clean });
	}
}

/** Counts a failure and waits for the next try. Throws the error again when there is none. */
async function prepareNextTry(
	error: unknown,
	call: Call,
	tries: number,
	{ pace, settings }: Shared,
): Promise<void> {
	if (!(error instanceof Failed)) throw error;
	const { failure } = error;
	if (failure.kind === 'deadline' || failure.kind === 'gave-up') throw error;
	if (failure.ownAnswer && !failure.retry) pace.succeeded();
	else pace.failed(failure);
	const waitMs = measureWait(failure.askedWaitMs, tries, settings);
	if (failure.status === 429) pace.pauseAll(waitMs, failure);
	if (!failure.retry || call.method !== 'GET' || tries >= maxTries) throw error;
	await pace.wait(waitMs, failure);
}
