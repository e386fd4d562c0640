import type { CommitSha } from '#model/evidence.ts';
import type { IsoInstant, ProjectPath } from '#model/identifiers.ts';
import { parseOrExplain } from '#model/parse.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { RawBranch, RawCommit } from '#gitlab/parse/raw.ts';

/** The newest commit of a branch. */
export interface Head {
	commit: CommitSha;
	committedAt: IsoInstant | null;
}

const hint = 'Compare it with the Branches and Commits APIs and adjust src/gitlab/parse/raw.ts.';

export async function pullHead(
	client: Pick<AnonymousClient, 'branches'>,
	{ id, path, branch }: { id: number; path: ProjectPath; branch: string },
): Promise<Head> {
	const answer: unknown = await client.branches.show(id, branch);
	const source = `GitLab's answer to the branch ${branch} of ${path}`;
	return toHead(parseOrExplain(RawBranch, answer, { source, hint }).commit);
}

/** The newest commit of the default branch, whatever its name. */
export async function pullDefaultHead(
	client: Pick<AnonymousClient, 'commits'>,
	path: ProjectPath,
): Promise<Head> {
	const answer: unknown = await client.commits.show(path, 'HEAD');
	const source = `GitLab's answer to the newest commit of ${path}`;
	return toHead(parseOrExplain(RawCommit, answer, { source, hint }));
}

function toHead({ id, committed_date }: RawCommit): Head {
	return { commit: id, committedAt: committed_date };
}
