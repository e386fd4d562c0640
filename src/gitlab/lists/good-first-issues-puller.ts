import { pathsOf } from '#core/inventory/entries.ts';
import type { Issue } from '#model/issue.ts';
import type { Registry } from '#model/registry.ts';
import { lists, type ListName } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { toPublicIssues } from './public-issues.ts';
import type { Puller, Source } from './source.ts';
import { withoutDoubles } from './without-doubles.ts';

/** For each label, as many as fit one page, those first that nobody has touched for longest. */
const perPage = 100;
const mostPerQuestion = 20;

interface Question {
	group: string;
	labels: string;
}

/** Open issues for newcomers, of the projects that the team declares. */
export function goodFirstIssuesPuller(
	{ registry }: Source,
	clientFor: (list: ListName) => AnonymousClient,
): Puller {
	const questions = questionsOf(registry);
	return {
		of: questions.length,
		pull: async (onStep) => {
			const client = clientFor('good-first-issues');
			const answers = await Promise.all(
				questions.map(async (question) => {
					const issues = await ask(client, question, registry);
					onStep();
					return issues;
				}),
			);
			const rows = withoutDoubles(answers.flat(), lists['good-first-issues'].id);
			// That no issue has the label is an answer.
			return { 'good-first-issues': { kind: 'rows', rows, mayBeEmpty: true, mayShrink: true } };
		},
	};
}

/** Where issues of the plan have a label of the team's, so have those for newcomers: it saves pages. */
function questionsOf({ onboarding, plan, site }: Registry): Question[] {
	const labels = onboarding?.goodFirstIssues?.labels ?? [];
	if (plan.groupLabels.length === 0) {
		return labels.map((one) => ({ group: site.references.group, labels: one }));
	}
	return labels.flatMap((one) =>
		plan.groupLabels.map((ofTeam) => ({ group: plan.group, labels: `${ofTeam},${one}` })),
	);
}

async function ask(
	client: AnonymousClient,
	{ group, labels }: Question,
	{ projects }: Pick<Registry, 'projects'>,
): Promise<Issue[]> {
	const answer: unknown = await client.issues.all({
		groupId: group,
		labels,
		state: 'opened',
		scope: 'all',
		confidential: false,
		orderBy: 'updated_at',
		sort: 'asc',
		perPage,
		maxPages: 1,
	});
	const declared = new Set(projects.flatMap(pathsOf).map((path) => path.toLowerCase()));
	return toPublicIssues(answer, `the issues of ${group} with the labels ${labels}`)
		.filter(({ project }) => declared.has(project.toLowerCase()))
		.slice(0, mostPerQuestion);
}
