import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';
import { Failed, toError, type Failure } from './failure.ts';
import type { Pace } from './pace.ts';
import { maxTries, measureWait } from './retry.ts';
import type { Settings } from './settings.ts';

/** What all requests of a requester have in common. */
export interface Shared {
	readonly settings: Settings;
	readonly clean: Cleaner;
	readonly pace: Pace;
}

/** An answer, and the slot in which it was got. */
export interface Held<Answer> {
	answer: Answer;
	/** Gives the slot back; calling it again does nothing. */
	free: () => void;
}

/** With so many failed tries behind it, a call gives its slot back while it waits. */
const triesInOneSlot = 2;

/**
 * Tries until there is an answer, or another try makes no sense.
 *
 * The first two tries are made in one slot. So a host that fails for a moment sees as many requests
 * as there are slots, each of them again, and not a new one for every failure: giving up takes
 * seconds, and a moment is no reason for it. After them the slot is others' while the call waits:
 * an address that keeps failing must not keep those from asking whom the host would answer.
 *
 * @throws {GitLabError}
 */
export async function persist<Answer>(
	call: Call,
	shared: Shared,
	attempt: () => Promise<Answer>,
): Promise<Held<Answer>> {
	let tries = 0;
	let free: () => void = () => undefined;
	try {
		for (;;) {
			if (tries === 0 || tries >= triesInOneSlot) free = await shared.pace.takeSlot();
			tries += 1;
			try {
				const answer = await attempt();
				shared.pace.succeeded();
				return { answer, free };
			} catch (error) {
				if (tries >= triesInOneSlot) free();
				await prepareNextTry(error, call, tries, shared);
			}
		}
	} catch (error) {
		free();
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
	if (hasOwnLimit(failure, call)) throw error;
	const waitMs = measureWait(failure.askedWaitMs, tries, settings);
	if (failure.status === 429) pace.pauseAll(waitMs, failure);
	if (!failure.retry || call.method !== 'GET' || tries >= maxTries) throw error;
	await pace.wait(waitMs, failure);
}

/**
 * Whether the limit of archives is used up, which all strangers have in common for each project. It
 * says nothing of other requests, and to wait for it would take a minute of everybody's time.
 */
function hasOwnLimit({ status, ownAnswer }: Failure, { expected }: Call): boolean {
	return status === 429 && ownAnswer && expected === 'archive';
}
