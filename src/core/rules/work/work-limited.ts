import { workIn } from '#core/rules/frame/issues.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import {
	fails,
	issueItem,
	notChecked,
	passes,
	readingOf,
	toEvidence,
} from '#core/rules/frame/verdicts.ts';
import { formatCount, formatList } from '#core/words/formats.ts';
import { countEngineers } from './count-engineers.ts';

const lists = ['milestones', 'issues', 'team'] as const;

/** A sum alone, as in `debtInFlight`: how much one person has on their hands is nobody's business here. */
export const workLimited: HandbookRule = {
	id: 'work-limited',
	title: 'Work in progress is limited',
	state: (_, { workflow = [], count = 0 }) =>
		`The team has at most ${formatCount(count, 'issue')} for each engineer that are ${formatList(workflow, 'or')}.`,
	why: 'What is begun and waits helps nobody, and costs attention.',
	needs: { plan: ['workflowScope'] },
	takes: ['workflow', 'count', 'roster'],
	lists,
	judge: (world, { workflow = [], count = 0, roster }) => {
		const reading = readingOf(world, lists);
		const engineers = countEngineers(world, roster);
		if (engineers === 0) {
			const observed = 'The list of people names no engineer of the team.';
			return notChecked(observed, reading, 'Engineers in the roster.');
		}
		const work = workIn(world, workflow);
		const observed = `The team has ${formatCount(work.length, 'issue')} in progress, and ${formatCount(engineers, 'engineer')}.`;
		if (work.length <= count * engineers) return passes(observed, reading);
		return fails(observed, reading, {
			fix: 'Finish some of them together before anybody begins another.',
			evidence: toEvidence(work.map((issue) => issueItem(world.snapshot.about.source, issue))),
		});
	},
};
