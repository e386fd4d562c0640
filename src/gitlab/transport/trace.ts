import type { Call } from './call.ts';
import type { Cleaner } from './clean.ts';

/** A request that was sent, without anything secret: no header, no token, no signature of a download. */
export interface TracedRequest {
	method: string;
	/** From the API's root on; of a redirect, or a file at an address of its own, without its query. */
	path: string;
	/** `null`: no answer came. */
	status: number | null;
	/** From sending it until its answer was read, or given up. */
	seconds: number;
	/** Which request of the same call it is, from 1 on: redirects count, too. */
	try: number;
	/** For a slot, a rate limit, or before another try. */
	waitedSeconds: number;
	/** Why no answer came. */
	failure?: string;
}

/** What a request came to. */
export type EndOfRequest = Pick<TracedRequest, 'status' | 'failure'>;

/** Tells of each request when it ends. */
export class Tracer {
	readonly #clean: Cleaner;
	readonly #onRequest: ((request: TracedRequest) => void) | undefined;
	readonly #calls = new WeakMap<Call, { tries: number; waitsSince: number }>();

	constructor(clean: Cleaner, onRequest: ((request: TracedRequest) => void) | undefined) {
		this.#clean = clean;
		this.#onRequest = onRequest;
	}

	/** A call waits for its turn from here on. */
	begin(call: Call): void {
		this.#calls.set(call, { tries: 0, waitsSince: performance.now() });
	}

	/** @returns what to call when the request has ended; calling it again does nothing. */
	send(call: Call, url: URL): (end: EndOfRequest) => void {
		const sentAt = performance.now();
		const at = this.#calls.get(call) ?? { tries: 0, waitsSince: sentAt };
		const request = { method: call.method, path: this.#nameOf(call, url), try: at.tries + 1 };
		const waitedSeconds = toSeconds(sentAt - at.waitsSince);
		let hasEnded = false;
		return ({ status, failure }) => {
			if (hasEnded) return;
			hasEnded = true;
			const now = performance.now();
			this.#calls.set(call, { tries: request.try, waitsSince: now });
			const seconds = toSeconds(now - sentAt);
			const why = failure === undefined ? {} : { failure: this.#clean.line(failure) };
			this.#onRequest?.({ ...request, status, seconds, waitedSeconds, ...why });
		};
	}

	#nameOf(call: Call, url: URL): string {
		if (url === call.url && call.expected !== 'document') return this.#clean.text(call.path);
		return this.#clean.text(url.origin + url.pathname);
	}
}

function toSeconds(ms: number): number {
	return Number((ms / 1000).toFixed(3));
}
