import type { Outcomes } from '#core/snapshot/last-good.ts';
import { InvalidDataError } from '#model/parse.ts';
import { findUnusedLists } from '#core/snapshot/configured-lists.ts';
import { listNames, mapLists, type ListName } from '#model/snapshot.ts';
import { tokenClient } from '#gitlab/transport/client.ts';
import {
	describeUnexpected,
	forReaders,
	GitLabError,
	isNotVisible,
	TokenRejectedError,
} from '#gitlab/transport/errors.ts';
import { createPullers } from './pullers.ts';
import type { Puller, Source } from './source.ts';

export interface PullOptions extends Source {
	/** Ask for this list alone. */
	only?: ListName | undefined;
	onProgress?: ((progress: Progress) => void) | undefined;
}

/** How far a list is. */
export interface Progress {
	list: ListName;
	done: number;
	of: number;
	/** Set once, when the list is done: what came of it. */
	outcome?: Exclude<Outcomes[ListName], undefined>['kind'];
}

export interface PullReport {
	outcomes: Outcomes;
	/** HTTP requests that were sent for each list, retries included, and to try the token. */
	requests: Record<ListName | 'token', number>;
	/** Seconds from the start until each list was done. */
	seconds: Partial<Record<ListName, number>>;
	/** What is left out of lists that were pulled, in sentences. */
	notes: string[];
	/** Why lists failed, for the few decisions that need more than words. */
	failures: unknown[];
}

/**
 * Asks GitLab for every list, side by side, but those of this hour after all others. A list that fails is an outcome, not an exception.
 *
 * @throws {TokenRejectedError} when GitLab rejects the token: nothing falls back silently.
 */
export async function pullSnapshot(options: PullOptions): Promise<PullReport> {
	const report: PullReport = {
		outcomes: {},
		requests: { ...mapLists<Record<ListName, number>>(() => 0), token: 0 },
		seconds: {},
		notes: [],
		failures: [],
	};
	const note = (sentence: string) => report.notes.push(sentence);
	const pullers = createPullers({ ...options, note }, (list) => {
		report.requests[list]++;
	});
	const unused = findUnusedLists(options.registry);
	const all = options.only === undefined ? listNames : [options.only];
	const asked = all.filter((list) => !unused.has(list));
	for (const list of all) {
		if (unused.has(list)) Object.assign(report.outcomes, { [list]: notConfigured });
	}
	const pullAll = (lists: readonly ListName[]) =>
		Promise.all(lists.map((list) => pullList(list, pullers[list], options, report)));
	const isGot = (list: ListName) => isFromThisHour(list, options);
	await Promise.all([
		probeToken(options, report),
		pullAll(asked.filter((list) => !isGot(list))).then(() => pullAll(asked.filter(isGot))),
	]);
	return report;
}

const hourMs = 3_600_000;

/**
 * Whether a pull of this hour has got the list. It is asked for last then: where a rate limit has cut
 * that pull short, the requests that are left are for what is still missing.
 */
function isFromThisHour(list: ListName, { lastGood, now }: PullOptions): boolean {
	const state = lastGood?.about.lists[list];
	const isWhole = state?.state === 'fresh' && state.partial === undefined;
	return isWhole && Date.parse(now) - Date.parse(state.pulledAt) < hourMs;
}

async function pullList(
	list: ListName,
	{ of, pull }: Puller,
	{ onProgress }: PullOptions,
	report: PullReport,
): Promise<void> {
	const start = performance.now();
	let done = 0;
	const outcomes = await pull(() => onProgress?.({ list, done: ++done, of })).catch(
		(error: unknown): Outcomes => {
			if (error instanceof TokenRejectedError) throw error;
			report.failures.push(error);
			const reason = reasonOf(list, error);
			// Members are asked for with the token: what its account may not see says nothing of strangers.
			if (list !== 'members' && isNotVisible(error))
				return { [list]: { kind: 'hidden', reason, forReaders: notShown } };
			const readersReason = forReaders(
				error instanceof InvalidDataError ? error : { message: reason },
			);
			const why = readersReason === reason ? { reason } : { reason, forReaders: readersReason };
			return { [list]: { kind: 'failed', ...why } };
		},
	);
	Object.assign(report.outcomes, outcomes);
	report.seconds[list] = (performance.now() - start) / 1000;
	onProgress?.({ list, done, of, outcome: outcomes[list]?.kind ?? 'failed' });
}

function reasonOf(list: ListName, error: unknown): string {
	if (error instanceof GitLabError) {
		// Which request happened to be the last does not matter then: all lists have one reason.
		if (error.kind === 'gave-up') return `We gave up on GitLab: ${error.reason}.`;
		return error.lastKind === 'deadline'
			? `We couldn't ask for everything: ${error.reason}.`
			: error.message;
	}
	if (error instanceof InvalidDataError) return error.message.replace(/\n\s*/g, ' ');
	return describeUnexpected(`Pulling the list ${list}`, error);
}

const notShown = "GitLab doesn't show this to people who aren't signed in.";
const notConfigured = { kind: 'not-configured' } as const;

/** Only a rejection counts: a probe that fails otherwise says nothing about the token. */
async function probeToken(
	{ url, token, requester }: PullOptions,
	report: PullReport,
): Promise<void> {
	if (token === undefined) return;
	await tokenClient(url, token, requester, () => {
		report.requests.token++;
	})
		.users.showCurrentUser()
		.catch((error: unknown) => {
			if (error instanceof TokenRejectedError) throw error;
			if (!(error instanceof GitLabError)) report.failures.push(error);
		});
}
