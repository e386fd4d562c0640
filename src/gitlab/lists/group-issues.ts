import type { GroupPath } from '#model/identifiers.ts';
import type { Issue } from '#model/issue.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import type { PlannedBy } from '#gitlab/parse/to-model.ts';
import { toPublicIssues } from './public-issues.ts';
import type { AskedMilestone } from './pull-iterations.ts';

/** One question about issues of a group: those with all these labels. */
export interface IssueQuestion {
	group: GroupPath;
	labels: readonly string[];
	in?: AskedMilestone;
}

/** Which of them come, and in which order. */
interface Selection {
	state?: 'opened';
	orderBy: 'created_at' | 'updated_at';
	sort: 'asc' | 'desc';
	maxPages?: number;
}

/** One question for each two labels, one of either. Without any of the first: for each of the second. */
export function questionsFor(
	group: GroupPath,
	ofTeam: readonly string[],
	others: readonly string[],
): IssueQuestion[] {
	const teams = ofTeam.length === 0 ? [[]] : ofTeam.map((label) => [label]);
	return others.flatMap((other) => teams.map((team) => ({ group, labels: [...team, other] })));
}

/** The public issues that GitLab answers to each of these questions. */
export async function pullGroupIssues(
	client: AnonymousClient,
	questions: readonly IssueQuestion[],
	selection: Selection,
	onAnswer: () => void,
	plannedBy?: PlannedBy,
): Promise<Issue[][]> {
	return Promise.all(
		questions.map(async ({ group, labels, in: milestone }) => {
			const answer: unknown = await client.issues.all({
				groupId: group,
				labels: labels.join(','),
				...(milestone && whereIs(milestone)),
				confidential: false,
				...selection,
				perPage: 100,
			});
			onAnswer();
			const where = milestone ? ` in %${milestone.title}` : '';
			const named = labels.map((label) => `~"${label}"`).join(' and ');
			return toPublicIssues(answer, `the issues of ${group}${where} with ${named}`, plannedBy);
		}),
	);
}

function whereIs({ title, iterationId }: AskedMilestone) {
	return iterationId === undefined ? { milestone: title } : { iterationId };
}
