import { hasLabel } from '#core/base/labels.ts';
import { allIssues } from '#core/rules/frame/issues.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { formatCount } from '#core/words/formats.ts';
import { judgeWork } from './judge-work.ts';

export const debtInFlight: HandbookRule = {
	id: 'debt-in-flight',
	title: 'Technical debt in flight',
	state: () => 'The team has no more technical debt issues in flight than it has engineers.',
	why: 'The limit leaves most of the capacity for reviews to features and bug fixes.',
	needs: { plan: ['workflowScope'] },
	takes: ['labels', 'workflow', 'roster'],
	lists: ['milestones', 'issues', 'team'],
	judge: (world, { labels = [], workflow = [], roster }) => {
		const isMeant = (issue: { labels: string[] }) =>
			labels.some((label) => hasLabel(issue.labels, label));
		if (!allIssues(world).some(isMeant)) {
			const observed = `No issue of the plan has the label ~"${labels.join('" or ~"')}".`;
			return notChecked(observed, 'A technical debt issue with this label.');
		}
		return judgeWork(world, {
			workflow,
			roster,
			isMeant,
			most: 1,
			describe: (issues) => `${formatCount(issues, 'technical debt issue')} in flight`,
			fix: 'Choose those to continue, and put the others back.',
		});
	},
};
