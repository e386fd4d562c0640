import { cutOff, readChunks } from './body.ts';
import type { Exchange } from './exchange.ts';
import type { Pace } from './pace.ts';
import type { Settings } from './settings.ts';
import { failureOf, inSeconds } from './failure.ts';

/** An archive whose transfer has begun. */
export interface Download extends Exchange {
	readonly free: () => void;
}

/**
 * The bytes of an archive, as they come. The slot is given back at the end, however it comes.
 *
 * @throws {Failed} when the archive is too large, empty or cut, or a time limit passes.
 */
export async function* readDownload(
	{ response, limits, free }: Download,
	pace: Pace,
	{ maxBytes, idleTimeoutMs, totalTimeoutMs }: Settings['archive'],
): AsyncGenerator<Uint8Array, void, undefined> {
	limits.stop();
	limits.within(...pace.limit(totalTimeoutMs, tooSlow(totalTimeoutMs)));
	// A reader that has stalled must not keep the slot from the others.
	limits.signal.addEventListener('abort', free);
	let empty = true;
	for await (const chunk of readChunks(response, limits, { maxBytes, idleTimeoutMs })) {
		empty = false;
		yield chunk;
	}
	if (empty) throw cutOff(response, 'is empty');
}

function tooSlow(ms: number) {
	return failureOf({
		kind: 'timeout',
		happened: 'got no whole answer',
		reason: `the archive took longer than ${inSeconds(ms)}`,
	});
}
