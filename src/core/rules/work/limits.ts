import { hasLabel } from '#core/base/labels.ts';
import { allIssues, workIn } from '#core/rules/frame/issues.ts';
import type { HandbookRules, RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { fails, issueItem, notChecked, passes } from '#core/rules/frame/verdicts.ts';
import { formatCount, formatList } from '#core/words/formats.ts';
import type { Issue } from '#model/issue.ts';

export const limitRules = {
	'debt-in-flight': {
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
				fix: 'Choose those to continue, and move the others back.',
			});
		},
	},
	'work-limited': {
		title: 'Work in progress is limited',
		state: (_, { workflow = [], count = 0 }) =>
			`The team has at most ${formatCount(count, 'issue')} for each engineer that are ${formatList(workflow, 'or')}.`,
		why: "Work that's begun and waits helps nobody, and takes attention.",
		needs: { plan: ['workflowScope'] },
		takes: ['workflow', 'count', 'roster'],
		lists: ['milestones', 'issues', 'team'],
		judge: (world, { workflow = [], count = 0, roster }) =>
			judgeWork(world, {
				workflow,
				roster,
				isMeant: () => true,
				most: count,
				describe: (issues) => `${formatCount(issues, 'issue')} in progress`,
				fix: 'Finish some of them together before anybody begins another.',
			}),
	},
} satisfies HandbookRules;

interface Limit {
	/** States of the work that count. */
	workflow: readonly string[];
	roster: string | undefined;
	/** Which issues count. */
	isMeant: (issue: Issue) => boolean;
	/** Of them, for each engineer. */
	most: number;
	/** So many of them, in words. */
	describe: (count: number) => string;
	fix: string;
}

/** Holds work in progress against the engineers of a roster. As sums: who does what is nobody's business here. */
function judgeWork(world: RuleWorld, limit: Limit): RuleVerdict {
	const { workflow, roster, isMeant, most, describe, fix } = limit;
	const engineers = countEngineers(world, roster);
	if (engineers === 0) {
		const observed = 'The list of people names no engineer on the team.';
		return notChecked(observed, 'Engineers in the roster.');
	}
	const work = workIn(world, workflow).filter(isMeant);
	const observed = `The team has ${describe(work.length)}, and ${formatCount(engineers, 'engineer')}.`;
	if (work.length <= most * engineers) return passes(observed);
	return fails(
		observed,
		fix,
		work.map((issue) => issueItem(world, issue)),
	);
}

/** Open positions are left out. */
function countEngineers({ snapshot }: RuleWorld, roster: string | undefined): number {
	return snapshot.rows.team.filter(
		(row) => row.roster === roster && !row.vacancy && /\bengineer\b/i.test(row.role ?? ''),
	).length;
}
