import { describeFailure, type Failure, failureOf } from './failure.ts';
import { endpointOf, type Identity, identityOf } from './endpoint.ts';
import type { Call } from './call.ts';

/** Until when something is not to be done, and what to say of who cannot wait so long. */
export interface Pause {
	readonly until: number;
	readonly failure: Failure;
}

/** Pauses that GitLab wants: of all that strangers ask, or the token, or of one endpoint alone. */
export class Pauses {
	readonly #pauses = new Map<string, Pause>();

	/** Nobody asks for so long what the failure is about. */
	add(call: Call, ms: number, failure: Failure): void {
		const key = failure.limitsAll ? identityOf(call) : endpointOf(call);
		const until = Date.now() + ms;
		if ((this.#pauses.get(key)?.until ?? 0) >= until) return;
		const who = failure.limitsAll ? 'the host' : 'this endpoint';
		const reason = `${who} wants a pause: it ${describeFailure(failure)}`;
		this.#pauses.set(key, { until, failure: notAsked(reason) });
	}

	/** Of everything that is asked so. */
	ofAll(as: Identity): Pause | undefined {
		return this.#pauses.get(as);
	}

	ofEndpoint(endpoint: string): Pause | undefined {
		return this.#pauses.get(endpoint);
	}
}

export function notAsked(reason: string): Failure {
	return failureOf({ kind: 'deadline', happened: 'was not asked', reason });
}
