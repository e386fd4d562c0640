import { cutOff, readChunks } from './body.ts';
import type { OpenAnswer } from './send.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { Settings } from './settings.ts';
import { inSeconds, tooSlow } from './failure.ts';

/** An archive whose transfer has begun. */
export interface Download extends OpenAnswer {
	readonly free: () => void;
}

/**
 * The bytes of an archive, as they come. The slot is given back at the end, however it comes.
 *
 * @throws {Failed} when the archive is too large, empty or cut, or a time limit passes.
 */
export async function* readDownload(
	{ response, limits, free }: Download,
	limiter: RateLimiter,
	{ maxBytes, idleTimeoutMs, totalTimeoutMs }: Settings['archive'],
): AsyncGenerator<Uint8Array, void, undefined> {
	limits.stop();
	const late = `the archive took longer than ${inSeconds(totalTimeoutMs)}`;
	limits.within(...limiter.limit(totalTimeoutMs, tooSlow(late, false)));
	// A reader that has stalled must not keep the slot from the others.
	limits.signal.addEventListener('abort', free);
	let empty = true;
	for await (const chunk of readChunks(response, limits, { maxBytes, idleTimeoutMs })) {
		empty = false;
		yield chunk;
	}
	if (empty) throw cutOff(response, 'is empty');
}
