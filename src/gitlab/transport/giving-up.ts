import type { Call } from './call.ts';
import { endpointOf } from './endpoint.ts';
import { describeFailure, Failed, type Failure, failureOf } from './failure.ts';

type Asked = Pick<Call, 'authorization' | 'method' | 'path'>;

/** Failures in a row. The first is the one to look into: others may be what came of it. */
interface Row {
	failures: number;
	first: { readonly call: Asked; readonly failure: Failure } | null;
	last: Failure | null;
}

interface Endpoint {
	row: Row;
	/** The last failure of each call, by its path. */
	readonly own: Map<string, Failure>;
	readonly stop: AbortController;
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
	#row = emptyRow();
	/** Until GitLab has answered once, whatever answers may be something else in its place. */
	#hasAnswered = false;

	constructor(maxFailuresInARow: number) {
		this.#most = maxFailuresInARow;
	}

	answered(call: Asked): void {
		this.#reached();
		const at = this.#at(call);
		if (!at.stop.signal.aborted) at.row = emptyRow();
	}

	failed(call: Asked, failure: Failure): void {
		const at = this.#at(call);
		add(at.row, call, failure);
		at.own.set(call.path, failure);
		if (failure.ownAnswer) this.#reached();
		else if (isTransport(failure) || !this.#hasAnswered) this.#lose(call, failure);
		if (at.row.failures < this.#most || this.#host.signal.aborted) return;
		at.stop.abort();
		this.#lost.delete(endpointOf(call));
	}

	/** Aborted when the host is given up. */
	get signal(): AbortSignal {
		return this.#host.signal;
	}

	/** Aborted when the host or the endpoint is given up. */
	signalFor(call: Asked): AbortSignal {
		return AbortSignal.any([this.#host.signal, this.#at(call).stop.signal]);
	}

	/** Why the host is given up. `undefined`: it is not. */
	hostRefusal(): Failed | undefined {
		if (!this.#host.signal.aborted) return undefined;
		return new Failed(
			failureOf({
				kind: 'gave-up',
				happened: 'was given up',
				reason: this.#describe(this.#row),
				lastKind: this.#row.last?.kind ?? null,
			}),
		);
	}

	/** Why a call of the endpoint is not made. `undefined`: it may be. */
	refusal(call: Asked): Failed | undefined {
		const { stop, row, own } = this.#at(call);
		if (this.#host.signal.aborted || !stop.signal.aborted || !row.last) return this.hostRefusal();
		// Of the last failure's kind: for who asks it is one more failure of that kind.
		const { kind, status } = row.last;
		const reason = `of this endpoint, ${this.#describe(row)}`;
		const cause = own.get(call.path) ?? row.last;
		return new Failed(failureOf({ kind, status, happened: 'was not asked', reason, cause }));
	}

	#describe({ first }: Row): string {
		const attempts = `${String(this.#most)} attempts in a row failed`;
		if (!first) return attempts;
		const { call, failure } = first;
		return `${attempts}, the first one, ${call.method} ${call.path}, ${describeFailure(failure)}`;
	}

	#reached(): void {
		this.#hasAnswered = true;
		this.#lost.clear();
		if (!this.#host.signal.aborted) this.#row = emptyRow();
	}

	/** One endpoint alone may be slow, or kept back by something on the way. */
	#lose(call: Asked, failure: Failure): void {
		if (this.#host.signal.aborted) return;
		const endpoint = endpointOf(call);
		this.#lost.set(endpoint, (this.#lost.get(endpoint) ?? 0) + 1);
		add(this.#row, call, failure);
		const lost = [...this.#lost.values()].reduce((sum, count) => sum + count, 0);
		if (lost >= this.#most && (!this.#hasAnswered || this.#lost.size > 1)) this.#host.abort();
	}

	#at(call: Asked): Endpoint {
		const endpoint = endpointOf(call);
		const known = this.#endpoints.get(endpoint);
		if (known) return known;
		const fresh = { row: emptyRow(), own: new Map(), stop: new AbortController() };
		this.#endpoints.set(endpoint, fresh);
		return fresh;
	}
}

function emptyRow(): Row {
	return { failures: 0, first: null, last: null };
}

function add(row: Row, call: Asked, failure: Failure): void {
	row.failures += 1;
	row.first ??= { call, failure };
	row.last = failure;
}

function isTransport({ kind }: Failure): boolean {
	return kind === 'network' || kind === 'timeout';
}
