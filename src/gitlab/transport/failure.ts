import type { Cleaner } from './clean.ts';
import { withoutIds } from './endpoint.ts';
import { GitLabError, type GitLabErrorKind, TokenRejectedError } from './errors.ts';

/** One attempt that brought nothing. */
export interface Failure {
	readonly kind: GitLabErrorKind;
	readonly status: number | null;
	readonly requestId: string | null;
	/** The verb of the sentence about it: `answered 503`. */
	readonly happened: string;
	readonly reason: string;
	/** The reason is in GitLab's words. */
	readonly quoted: boolean;
	/** Another try may bring an answer. */
	readonly retry: boolean;
	/** How long GitLab asks to wait before another try. `null`: it does not say. */
	readonly askedWaitMs: number | null;
	/** What a limit that is used up is of: all that is asked so, what GitLab counts with it, or the endpoint. */
	readonly limits: 'all' | 'budget' | 'endpoint';
	/** GitLab itself answered, in the shape of its API. */
	readonly ownAnswer: boolean;
	readonly tokenRejected: boolean;
	/** The kind of the attempt that was the last straw, when this is giving up. */
	readonly lastKind: GitLabErrorKind | null;
	/** What failed at the endpoint, when it is not asked any more. */
	readonly cause: Failure | null;
}

/** Carries a failure up to where the request is known. Never leaves this folder. */
export class Failed extends Error {
	readonly failure: Failure;

	constructor(failure: Failure) {
		super(failure.reason);
		this.failure = failure;
	}
}

/** A failure with the usual values for what is not given. */
export function failureOf(
	given: Pick<Failure, 'kind' | 'happened' | 'reason'> & Partial<Failure>,
): Failure {
	return {
		status: null,
		requestId: null,
		quoted: false,
		retry: false,
		askedWaitMs: null,
		limits: 'endpoint',
		ownAnswer: false,
		tokenRejected: false,
		lastKind: null,
		cause: null,
		...given,
	};
}

/** A failure of an answer that came: it says no, is not GitLab's, or not whole. */
export function failedAnswer(
	{ status, headers }: Response,
	given: Pick<Failure, 'kind' | 'reason'> & Partial<Failure>,
): Failed {
	return new Failed(
		failureOf({
			status,
			requestId: headers.get('x-request-id'),
			happened: `answered ${String(status)}`,
			...given,
		}),
	);
}

/** A failure by a time that has passed. */
export function tooSlow(reason: string, retry = true): Failure {
	return failureOf({ kind: 'timeout', happened: "didn't finish", reason, retry });
}

/** The failure as a sentence without its subject: `answered 503: "Service Unavailable"`. */
export function describeFailure(failure: Failure): string {
	return `${failure.happened}: ${said(failure)}`;
}

/** The error that callers see, with the token in none of its texts. */
export function toError(
	failure: Failure,
	call: { readonly method: string; readonly path: string },
	{ tries, clean }: { readonly tries: number; readonly clean: Cleaner },
): GitLabError {
	const afterTries = tries > 1 ? ` after ${String(tries)} tries` : '';
	// An administrator finds the request by it in GitLab's logs.
	const byId = failure.requestId === null ? '' : ` (request id ${clean.line(failure.requestId)})`;
	const message =
		`${call.method} ${call.path} ${failure.happened}${afterTries}: ` +
		`${said(failure)}${byId}${advisePlace(failure, call.path)}.`;
	const details = {
		kind: failure.kind,
		status: failure.status,
		reason: clean.text(failure.reason),
		ownAnswer: failure.ownAnswer,
		lastKind: failure.lastKind ?? failure.kind,
		lasting: clean.text(
			`${call.method} ${withoutIds(call.path)} ${describeFailure(failure.cause ?? failure)}.`,
		),
	};
	const Kind = failure.tokenRejected ? TokenRejectedError : GitLabError;
	return new Kind(clean.text(message), details);
}

/** What is asked for by its name is in the registry: it may have another one by now, or be private. */
function advisePlace({ ownAnswer, status, tokenRejected }: Failure, path: string): string {
	const [, kind, place, part] =
		/^\/(group|project)s\/([^/?]*[^\d/?][^/?]*)(\/[^/?]+)?/.exec(path) ?? [];
	if (!ownAnswer || tokenRejected || kind === undefined || place === undefined) return '';
	const name = decodeURIComponent(place);
	if (status === 403) {
		return part === '/members'
			? `; check that the account of the token may see the members of ${name}`
			: `; check that ${name} shows this to everyone`;
	}
	if (status !== 404) return '';
	return `; check that the ${kind} is still called ${name}, as in content/registry, and is public`;
}

/** For messages: `0.2 s`, `15 s`. */
export function inSeconds(ms: number): string {
	return `${String(Number((ms / 1000).toFixed(ms < 10_000 ? 1 : 0)))} s`;
}

export function said({ reason, quoted }: Failure): string {
	return quoted ? `"${reason}"` : reason;
}
