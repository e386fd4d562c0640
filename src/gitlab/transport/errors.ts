/** What kept a request from its answer. */
export type GitLabErrorKind =
	| 'status'
	| 'network'
	| 'timeout'
	| 'deadline'
	| 'not-gitlab'
	| 'too-large'
	| 'redirect'
	| 'cut'
	| 'gave-up';

/**
 * A request that brought nothing, explained. The message is for people.
 *
 * It holds texts and numbers only, never a request, a response or a cause: those can print the token.
 */
export class GitLabError extends Error {
	override name = 'GitLabError';
	readonly kind: GitLabErrorKind;
	readonly status: number | null;
	/** GitLab's reason, or what happened and what to do about it. */
	readonly reason: string;
	/** GitLab itself answered in the shape of its API, not a proxy or another server. */
	readonly ownAnswer: boolean;

	/**
	 * The message without what differs from one pull to the next while GitLab fails in one way: whose turn
	 * it was when the endpoint was given up, after how many tries, the id of the request.
	 */
	readonly lasting: string;

	/** The kind of the last attempt that was made. It differs from `kind` when others led to giving up. */
	readonly lastKind: GitLabErrorKind;

	constructor(message: string, details: Omit<GitLabError, keyof Error>) {
		super(message);
		this.kind = details.kind;
		this.status = details.status;
		this.reason = details.reason;
		this.ownAnswer = details.ownAnswer;
		this.lastKind = details.lastKind;
		this.lasting = details.lasting;
	}
}

/** GitLab does not take the token: it is wrong, has ended, or lacks a scope. */
export class TokenRejectedError extends GitLabError {
	override name = 'TokenRejectedError';
}

/**
 * What is no failure of GitLab but a mistake of this program, or a text that was made to break it.
 *
 * @param doing What was being done, as the subject of a sentence.
 */
export function describeUnexpected(doing: string, error: unknown): string {
	return `${doing} failed unexpectedly (${String(error).slice(0, 200)}). That's a mistake in this program: please report it.`;
}

/**
 * Whether GitLab said that we may not see this, or that there is no such thing.
 *
 * A rejected token is neither: it says nothing about what was asked for.
 */
export function isNotVisible(error: unknown): boolean {
	return (
		error instanceof GitLabError &&
		!(error instanceof TokenRejectedError) &&
		error.ownAnswer &&
		(error.status === 401 || error.status === 403 || error.status === 404) &&
		// Gateways answer in the same shape, but only GitLab begins its words with the number.
		new RegExp(`^"?${String(error.status)}\\b`).test(error.reason)
	);
}

/** For a `catch`: what GitLab does not show is `undefined`. @throws whatever else has failed. */
export function unlessNotVisible(error: unknown): undefined {
	if (!isNotVisible(error)) throw error;
}

/** Whether GitLab said that there is no such thing: of a part of what it shows, that is "none". */
export function isMissing(error: unknown): boolean {
	return isNotVisible(error) && error instanceof GitLabError && error.status === 404;
}

/**
 * Whether GitLab said that a default branch is not there: the repository is empty. It has a default
 * branch all the same, the one that is to come.
 */
export function isEmptyRepository(error: unknown): boolean {
	return (
		isMissing(error) && error instanceof GitLabError && /^404 branch not found$/i.test(error.reason)
	);
}

/** What follows a semicolon when a setting or the network is to be looked at. */
const advice = /; (?:check|if (?:that|it) is) .*?(?=(?: \([A-Z_]+\))?\.?$)/;

/** What a request asked for in particular, behind its path. */
const query = /(?<=(?:GET|POST) \/[^\s?]*)\?\S+/g;

/** For rows, which change only when something has changed. */
export function forRows(error: Error): string {
	return forReaders(error instanceof GitLabError ? { message: error.lasting } : error);
}

/** The message without what only who pulls can do about it, or can read. */
export function forReaders({ message }: Pick<Error, 'message'>): string {
	// What is behind the first line of invalid data says how to mend it.
	return (message.split('\n', 1)[0] ?? '').replace(advice, '').replaceAll(query, '');
}
