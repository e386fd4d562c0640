import { describeFailure, Failed, type Failure, failureOf } from './failure.ts';

interface Endpoint {
	failuresInARow: number;
	readonly stop: AbortController;
	last: Failure | null;
}

/**
 * Counts failures in a row, and says when to ask no more.
 *
 * A host is given up when nothing gets through to it. An endpoint is given up for whatever keeps
 * failing there, since GitLab may answer everything else.
 */
export class GivingUp {
	readonly #most: number;
	readonly #host = new AbortController();
	readonly #endpoints = new Map<string, Endpoint>();
	/** Attempts since the last answer that did not get through, by endpoint. */
	readonly #lost = new Map<string, number>();
	#last: Failure | null = null;
	/** Until GitLab has answered once, whatever answers may be something else in its place. */
	#hasAnswered = false;

	constructor(maxFailuresInARow: number) {
		this.#most = maxFailuresInARow;
	}

	answered(endpoint: string): void {
		this.#reached();
		this.#at(endpoint).failuresInARow = 0;
	}

	failed(endpoint: string, failure: Failure): void {
		const at = this.#at(endpoint);
		at.failuresInARow += 1;
		at.last = failure;
		if (failure.ownAnswer) this.#reached();
		else if (isTransport(failure) || !this.#hasAnswered) this.#lose(endpoint, failure);
		if (at.failuresInARow < this.#most || this.#host.signal.aborted) return;
		at.stop.abort();
		this.#lost.delete(endpoint);
	}

	/** Aborted when the host is given up. */
	get signal(): AbortSignal {
		return this.#host.signal;
	}

	/** Aborted when the host or the endpoint is given up. */
	signalFor(endpoint: string): AbortSignal {
		return AbortSignal.any([this.#host.signal, this.#at(endpoint).stop.signal]);
	}

	/** Why the host is given up. `undefined`: it is not. */
	hostRefusal(): Failed | undefined {
		if (!this.#host.signal.aborted) return undefined;
		const last = this.#last;
		return new Failed(
			failureOf({
				kind: 'gave-up',
				happened: 'was given up',
				reason: this.#describe(last),
				lastKind: last?.kind ?? null,
			}),
		);
	}

	/** Why a call of the endpoint is not made. `undefined`: it may be. */
	refusal(endpoint: string): Failed | undefined {
		const { stop, last } = this.#at(endpoint);
		if (this.#host.signal.aborted || !stop.signal.aborted || !last) return this.hostRefusal();
		// Of the last failure's kind: for who asks it is one more failure of that kind.
		const { kind, status } = last;
		const reason = `of this endpoint, ${this.#describe(last)}`;
		return new Failed(failureOf({ kind, status, happened: 'was not asked', reason }));
	}

	#describe(last: Failure | null): string {
		return (
			`${String(this.#most)} attempts in a row failed, ` +
			`the last one ${last ? describeFailure(last) : 'too'}`
		);
	}

	#reached(): void {
		this.#hasAnswered = true;
		this.#lost.clear();
	}

	/** One endpoint alone may be slow, or kept back by something on the way. */
	#lose(endpoint: string, failure: Failure): void {
		if (this.#host.signal.aborted) return;
		this.#lost.set(endpoint, (this.#lost.get(endpoint) ?? 0) + 1);
		this.#last = failure;
		const lost = [...this.#lost.values()].reduce((sum, count) => sum + count, 0);
		if (lost >= this.#most && (!this.#hasAnswered || this.#lost.size > 1)) this.#host.abort();
	}

	#at(endpoint: string): Endpoint {
		const known = this.#endpoints.get(endpoint);
		if (known) return known;
		const fresh = { failuresInARow: 0, stop: new AbortController(), last: null };
		this.#endpoints.set(endpoint, fresh);
		return fresh;
	}
}

function isTransport({ kind }: Failure): boolean {
	return kind === 'network' || kind === 'timeout';
}
