import { Failed, failedAnswer, type Failure, inSeconds, tooSlow } from './failure.ts';
import type { Limits } from './limits.ts';
import { causeOf } from './network.ts';

export interface BodyLimits {
	readonly maxBytes: number;
	/** The longest time without a byte. The reader's own time does not count. */
	readonly idleTimeoutMs?: number;
}

/**
 * The bytes of an answer, as they come.
 *
 * Who stops reading early cancels the transfer.
 *
 * @throws {Failed} when the answer is too large, breaks off, or a limit passes.
 */
export async function* readChunks(
	response: Response,
	limits: Limits,
	{ maxBytes, idleTimeoutMs }: BodyLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
	const reader = response.body?.getReader();
	if (!reader) return;
	let bytes = 0;
	try {
		if (Number(response.headers.get('content-length')) > maxBytes)
			throw tooLarge(response, maxBytes);
		for (;;) {
			const lift = idleTimeoutMs ? limits.within(idleTimeoutMs, silence(idleTimeoutMs)) : null;
			const { done, value } = await limits.hold(reader.read());
			lift?.();
			if (done) return;
			bytes += value.byteLength;
			if (bytes > maxBytes) throw tooLarge(response, maxBytes);
			yield value;
		}
	} catch (error) {
		throw error instanceof Failed ? error : cutOff(response, describeEnd(response, error, bytes));
	} finally {
		// Not awaited: a connection that is gone may never confirm it.
		reader.cancel().catch(() => undefined);
	}
}

export async function readBytes(
	response: Response,
	limits: Limits,
	bodyLimits: BodyLimits,
): Promise<Buffer<ArrayBuffer>> {
	return Buffer.concat(await Array.fromAsync(readChunks(response, limits, bodyLimits)));
}

/** The answer is not whole. `how` continues "the answer". */
export function cutOff(response: Response, how: string): Failed {
	return failedAnswer(response, { kind: 'cut', reason: `the answer ${how}`, retry: true });
}

/** That it did not come to its end, or that something on the way has compressed it otherwise than it says. */
function describeEnd({ headers }: Response, error: unknown, bytes: number): string {
	const encoding = headers.get('content-encoding');
	const isUnreadable = encoding !== null && /^(Z_|ERR_)/.test(causeOf(error).code);
	return isUnreadable
		? "isn't compressed the way it says; check the proxy"
		: `broke off after ${String(bytes)} bytes`;
}

function tooLarge(response: Response, maxBytes: number): Failed {
	const reason = `the answer is larger than ${String(maxBytes)} bytes`;
	return failedAnswer(response, { kind: 'too-large', reason });
}

function silence(ms: number): Failure {
	return tooSlow(`no byte came for ${inSeconds(ms)}`);
}
