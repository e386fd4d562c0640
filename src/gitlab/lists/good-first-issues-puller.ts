import { pathsOf } from '#core/inventory/entries.ts';
import { lists, type ListName } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { pullGroupIssues, questionsFor } from './group-issues.ts';
import type { Puller, Source } from './source.ts';
import { withoutDoubles } from './without-doubles.ts';

/** For each label, of one page, those first that nobody has touched for longest. */
const mostPerQuestion = 20;

/** Open issues for newcomers, of the projects that the team declares. */
export function goodFirstIssuesPuller(
	{ registry }: Source,
	clientFor: (list: ListName) => AnonymousClient,
): Puller {
	const { onboarding, plan, projects, site } = registry;
	// Where issues of the plan have a label of the team's, so have those for newcomers: it saves pages.
	const group = plan.groupLabels.length > 0 ? plan.group : site.references.group;
	const labels = onboarding?.goodFirstIssues?.labels ?? [];
	const questions = questionsFor(group, plan.groupLabels, labels);
	const declared = new Set(projects.flatMap(pathsOf).map((path) => path.toLowerCase()));
	const oldest = { state: 'opened', orderBy: 'updated_at', sort: 'asc', maxPages: 1 } as const;
	return {
		of: questions.length,
		pull: async (onStep) => {
			const client = clientFor('good-first-issues');
			const answers = await pullGroupIssues(client, questions, oldest, onStep);
			const kept = answers.flatMap((issues) =>
				issues
					.filter(({ project }) => declared.has(project.toLowerCase()))
					.slice(0, mostPerQuestion),
			);
			const rows = withoutDoubles(kept, lists['good-first-issues'].id);
			// That no issue has the label is an answer.
			return { 'good-first-issues': { kind: 'rows', rows, mayShrink: true } };
		},
	};
}
