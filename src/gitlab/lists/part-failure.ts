import { InvalidDataError } from '#model/parse.ts';
import { forRows, GitLabError, TokenRejectedError } from '#gitlab/transport/errors.ts';

/** That GitLab failed to answer for a group or a project, or for a part of it. */
export class PartFailure {
	readonly error: Error;

	constructor(error: Error) {
		this.error = error;
	}

	/** As a sentence, for readers. */
	get why(): string {
		return forRows(this.error);
	}
}

/**
 * What GitLab failed to answer is an answer like any other here.
 *
 * @throws what says nothing of this one question: GitLab was given up, the time is over, a rate limit
 * is used up, or this program has a mistake.
 */
export async function unlessFailed<Answer>(
	pull: () => Promise<Answer>,
): Promise<Answer | PartFailure> {
	try {
		return await pull();
	} catch (error) {
		if (error instanceof InvalidDataError) return new PartFailure(error);
		if (!(error instanceof GitLabError) || error instanceof TokenRejectedError) throw error;
		if (error.kind === 'gave-up' || error.kind === 'deadline' || error.status === 429) throw error;
		return new PartFailure(error);
	}
}

/**
 * A list fails when GitLab failed to answer for more than half of its projects or groups: then it is
 * GitLab that fails, and older rows that belong together say more than a list of gaps. Fewer are the
 * trouble of those alone, and no reason to hold back the others.
 *
 * @param answers For each that was asked for: what is no failure is an answer.
 * @throws the first of them.
 */
export function failIfMost(answers: readonly unknown[]): void {
	const failed = answers.filter((answer) => answer instanceof PartFailure);
	if (failed[0] && failed.length > answers.length / 2) throw failed[0].error;
}
