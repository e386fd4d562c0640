import { describeFailure, type Failure, failureOf } from './failure.ts';

/** Until when something is not to be done, and what to say of who cannot wait so long. */
export interface Pause {
	readonly until: number;
	readonly failure: Failure;
}

/** Pauses that GitLab wants, by what is to pause: all that is asked so, a budget, or an endpoint. */
export class Pauses {
	readonly #pauses = new Map<string, Pause>();

	/** Nobody asks until then what the failure is about. */
	add(what: string, until: number, failure: Failure): void {
		if ((this.#pauses.get(what)?.until ?? 0) >= until) return;
		const isOwn = failure.limits === 'endpoint';
		const who = isOwn ? 'this endpoint' : 'the host';
		const reason = `${who} wants a pause: it ${describeFailure(failure)}`;
		this.#pauses.set(what, {
			until,
			failure: { ...notAsked(reason), lastKind: isOwn ? failure.kind : null },
		});
	}

	of(what: string): Pause | undefined {
		return this.#pauses.get(what);
	}
}

export function notAsked(reason: string): Failure {
	return failureOf({ kind: 'deadline', happened: 'was not asked', reason });
}
