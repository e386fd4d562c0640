import { hasLabel } from '#core/base/labels.ts';
import { allIssues, workIn } from '#core/rules/frame/issues.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import {
	fails,
	issueItem,
	notChecked,
	passes,
	readingOf,
	toEvidence,
} from '#core/rules/frame/verdicts.ts';
import { formatCount } from '#core/words/formats.ts';
import { countEngineers } from './count-engineers.ts';

const lists = ['milestones', 'issues', 'team'] as const;

export const debtInFlight: HandbookRule = {
	id: 'debt-in-flight',
	title: 'Technical debt in flight',
	state: () => 'The team has no more technical debt issues in flight than it has engineers.',
	why: 'The limit leaves most of the capacity for reviews to features and bug fixes.',
	needs: { plan: ['workflowScope'] },
	takes: ['labels', 'workflow', 'roster'],
	lists,
	judge: (world, { labels = [], workflow = [], roster }) => {
		const reading = readingOf(world, lists);
		const isDebt = (issue: { labels: string[] }) =>
			labels.some((label) => hasLabel(issue.labels, label));
		if (!allIssues(world).some(isDebt)) {
			const observed = `No issue of the plan has the label ~"${labels.join('" or ~"')}".`;
			return notChecked(observed, reading, 'A technical debt issue with this label.');
		}
		const engineers = countEngineers(world, roster);
		if (engineers === 0) {
			const observed = 'The list of people names no engineer of the team.';
			return notChecked(observed, reading, 'Engineers in the roster.');
		}
		const debt = workIn(world, workflow).filter(isDebt);
		const observed = `The team has ${formatCount(debt.length, 'technical debt issue')} in flight, and ${formatCount(engineers, 'engineer')}.`;
		if (debt.length <= engineers) return passes(observed, reading);
		return fails(observed, reading, {
			fix: 'Choose those to continue, and put the others back.',
			evidence: toEvidence(debt.map((issue) => issueItem(world.snapshot.about.source, issue))),
		});
	},
};
