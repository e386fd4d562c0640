import type { Outcomes } from '#core/snapshot/last-good.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';
import type { ListName, Snapshot, Why } from '#model/snapshot.ts';
import type { OnAttempt } from '#gitlab/transport/call.ts';
import type { Requester } from '#gitlab/transport/requester.ts';

/** What a list's question is made of. */
export interface Source {
	/** The instance, without a slash at the end. */
	url: string;
	token: string | undefined;
	requester: Requester;
	registry: Registry;
	/** The text of the handbook's pages, without front matter. What it names is asked for. */
	texts?: readonly string[] | undefined;
	/** Last good data of the same instance: it saves requests, and stands in for lists that others need. */
	lastGood: Snapshot | undefined;
	/** Called with a sentence for the person who pulls, about what is left out of a list that was pulled. */
	note?: ((sentence: string) => void) | undefined;
	/** Now, or the day that is used as today. */
	now: IsoInstant;
}

export interface Puller {
	/** Steps until the list is done. The registry says what to ask for, so that it is known at the start. */
	of: number;
	/** @param onStep Called after each step. */
	pull: (onStep: () => void) => Promise<Outcomes>;
}

/** What is called for every HTTP request that is sent for a list. */
export type Count = (list: ListName) => OnAttempt;

/** Several lists need the same answer: it is asked for once. */
export function once<Arguments extends unknown[], Value>(
	ask: (...args: Arguments) => Promise<Value>,
): (...args: Arguments) => Promise<Value> {
	let asked: Promise<Value> | undefined;
	return (...args) => (asked ??= ask(...args));
}

/** Why a list that only GraphQL gives was not pulled. */
export const noGraphql: Why = {
	reason: "GitLab didn't answer this question by GraphQL. Other lists don't need it.",
	forReaders: "GitLab didn't answer this question by GraphQL.",
};

/** Why a list could not be asked for. `what` GitLab tells only to those who sign in. */
export function withoutToken(what: string): Why {
	const told = `GitLab shows ${what} only to people who are signed in`;
	const advice = 'Set GITLAB_TOKEN to a token with the scope read_api, then run npm run pull.';
	return { reason: `${told}, and no token is set. ${advice}`, forReaders: `${told}.` };
}
