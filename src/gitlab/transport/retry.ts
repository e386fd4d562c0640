import type { Shared } from './attempt.ts';
import type { Call } from './call.ts';
import { Failed, toError, type Failure } from './failure.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { maxTries, measureWait } from './waits.ts';

/** An answer, and the slot in which it was got. */
export interface Lease<Answer> {
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
export async function retry<Answer>(
	call: Call,
	shared: Shared,
	attempt: () => Promise<Answer>,
): Promise<Lease<Answer>> {
	const { limiter, clean, tracer } = shared;
	tracer.begin(call);
	let tries = 0;
	let free: (() => void) | undefined;
	const letGo = (): void => {
		free?.();
		free = undefined;
	};
	try {
		for (;;) {
			if (limiter.mustWait(call)) letGo();
			free ??= await limiter.takeSlot(call);
			tries += 1;
			try {
				const answer = await attempt();
				limiter.answered(call);
				return { answer, free };
			} catch (error) {
				const failure = judge(error, call, tries, shared);
				if (tries >= triesInOneSlot || failure.status === 429) letGo();
				await limiter.wait(waitFor(failure, tries, shared), failure, call);
			}
		}
	} catch (error) {
		letGo();
		if (!(error instanceof Failed)) throw error;
		throw toError(error.failure, call, { tries, clean });
	}
}

/** Counts a failure. Throws the error again when there is no next try. */
function judge(error: unknown, call: Call, tries: number, shared: Shared): Failure {
	if (!(error instanceof Failed)) throw error;
	const { failure } = error;
	if (failure.kind === 'deadline' || failure.kind === 'gave-up') throw error;
	count(failure, call, shared.limiter);
	if (hasOwnLimit(failure, call)) throw error;
	if (failure.status === 429) shared.limiter.pause(call, waitFor(failure, tries, shared), failure);
	if (!failure.retry || call.method !== 'GET' || tries >= maxTries) throw error;
	return failure;
}

/** A limit that is used up is neither a failure nor an answer; a no is one, and so is too much. */
function count(failure: Failure, call: Call, limiter: RateLimiter): void {
	if (failure.status === 429) return;
	const isAnswer = failure.kind === 'too-large' || (failure.ownAnswer && !failure.retry);
	if (isAnswer) limiter.answered(call);
	else limiter.failed(call, failure);
}

/** A limit that does not say when it ends is one of a minute. */
const unsaidWaitMs = 60_000;

function waitFor({ status, askedWaitMs }: Failure, tries: number, { settings }: Shared): number {
	const askedMs = status === 429 ? (askedWaitMs ?? unsaidWaitMs) : askedWaitMs;
	return measureWait(askedMs, tries, settings);
}

/**
 * Whether the limit of archives is used up, which all strangers have in common for each project. It
 * says nothing of other requests, and to wait for it would take a minute of everybody's time.
 */
function hasOwnLimit({ status, ownAnswer }: Failure, { expected }: Call): boolean {
	return status === 429 && ownAnswer && expected === 'archive';
}
