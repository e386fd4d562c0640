import type { CommitSha } from '#model/evidence.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { RawBranch, RawCommit } from '#gitlab/parse/raw.ts';

/** The newest commit of a branch. */
export interface Head {
	commit: CommitSha;
	committedAt: IsoInstant | null;
}

const documentation = 'Branches and Commits APIs';

export async function pullHead(
	client: Pick<AnonymousClient, 'branches'>,
	{ id, path, branch }: { id: number; path: ProjectPath; branch: string },
): Promise<Head> {
	const answer: unknown = await client.branches.show(id, branch);
	const question = `the branch ${branch} of ${path}`;
	return toHead(parseAnswer(RawBranch, answer, question, documentation).commit);
}

/** The newest commit of the default branch, whatever its name. */
export async function pullDefaultHead(
	client: Pick<AnonymousClient, 'commits'>,
	path: ProjectPath,
): Promise<Head> {
	const answer: unknown = await client.commits.show(path, 'HEAD');
	return toHead(parseAnswer(RawCommit, answer, `the newest commit of ${path}`, documentation));
}

function toHead({ id, committed_date }: RawCommit): Head {
	return { commit: id, committedAt: committed_date };
}
