import pLimit, { type LimitFunction } from 'p-limit';
import { Budget } from './budget.ts';
import type { Call } from './call.ts';
import { endpointOf, identityOf } from './endpoint.ts';
import type { Settings } from './settings.ts';

/** A budget, and the row in which its calls wait. */
export interface Kept {
	readonly budget: Budget;
	/** One at a time looks at the clock, so that those who wait start one after the other. */
	readonly takeTurn: LimitFunction;
}

/**
 * What GitLab counts apart, and names (`RateLimit-Name`): requests of strangers and of the token, and of
 * each those for files, for example. One budget may be used up while others are not.
 *
 * A call counts where the last answer of its endpoint counted, and before that where the first answer
 * of all did: what a pull asks first is general.
 */
export class Budgets {
	readonly #settings: Pick<Settings, 'maxWaitMs'>;
	readonly #endsAt: number;
	/** Of endpoints, and of the clients that ask. */
	readonly #names = new Map<string, string>();
	readonly #kept = new Map<string, Kept>();

	constructor(settings: Pick<Settings, 'maxWaitMs'>, endsAt: number) {
		this.#settings = settings;
		this.#endsAt = endsAt;
	}

	nameFor(call: Call): string {
		const identity = identityOf(call);
		return this.#names.get(endpointOf(call)) ?? this.#names.get(identity) ?? identity;
	}

	of(call: Call): Kept {
		const name = this.nameFor(call);
		const known = this.#kept.get(name);
		if (known) return known;
		const fresh = { budget: new Budget(this.#settings, this.#endsAt), takeTurn: pLimit(1) };
		this.#kept.set(name, fresh);
		return fresh;
	}

	/** Learns from an answer. */
	learn(call: Call, headers: Headers, now: number): void {
		const named = headers.get('ratelimit-name');
		if (named === null && call.isLimitedApart) return;
		if (named !== null) {
			const identity = identityOf(call);
			const name = `${identity} ${named}`;
			this.#names.set(endpointOf(call), name);
			if (!this.#names.has(identity)) this.#names.set(identity, name);
		}
		this.of(call).budget.learn(headers, now);
	}
}
