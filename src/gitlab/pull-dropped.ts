import type { ProjectPath } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { AnonymousClient } from './client.ts';
import { isNotVisible } from './errors.ts';
import { toPublicIssues } from './pull-plan.ts';

/** What an address has room for. */
const issuesPerQuestion = 50;

/**
 * Of these issues those that GitLab still shows to strangers, wherever they are now. What became
 * confidential or was deleted is in no answer, and neither is what is in a project that is not shown.
 */
export async function pullDropped(
	client: AnonymousClient,
	missing: readonly Pick<Issue, 'project' | 'iid'>[],
): Promise<Issue[]> {
	const byProject = Map.groupBy(missing, ({ project }) => project);
	const questions = [...byProject].flatMap(([project, issues]) =>
		inParts(issues.map(({ iid }) => iid)).map((iids) => ({ project, iids })),
	);
	const answers = await Promise.all(questions.map((question) => pullIssuesOf(client, question)));
	return answers.flat();
}

async function pullIssuesOf(
	client: AnonymousClient,
	{ project, iids }: { project: ProjectPath; iids: number[] },
): Promise<Issue[]> {
	try {
		const answer: unknown = await client.issues.all({
			projectId: project,
			iids,
			confidential: false,
			perPage: 100,
		});
		return toPublicIssues(answer, `issues of ${project} that its plan had before`);
	} catch (error) {
		if (isNotVisible(error)) return [];
		throw error;
	}
}

function inParts(iids: readonly number[]): number[][] {
	return Array.from({ length: Math.ceil(iids.length / issuesPerQuestion) }, (_, part) =>
		iids.slice(part * issuesPerQuestion, (part + 1) * issuesPerQuestion),
	);
}
