import type { Answer, CheckId } from '#model/checks.ts';
import { historyFormat, type ChecksOfDay } from '#model/history.ts';
import type { DeclaredProject } from '#model/registry.ts';
import type { About } from '#model/snapshot.ts';
import { dayOf } from '../dates.ts';
import { compareText } from '../order.ts';
import type { ProjectChecks } from './check.ts';

/** What `checkProjects` gives, as far as the history keeps it. */
interface CheckedProject {
	declared: Pick<DeclaredProject, 'path'>;
	checks: Pick<ProjectChecks, 'checks'>;
}

/** What the history keeps of the snapshot's day: answers alone, sorted, so that a diff shows changes only. */
export function toChecksOfDay(
	{ sample, source, pulledAt }: Pick<About, 'sample' | 'source' | 'pulledAt'>,
	checksByProject: readonly CheckedProject[],
): ChecksOfDay {
	const answers = checksByProject
		.toSorted((a, b) => compareText(a.declared.path, b.declared.path))
		.map(({ declared, checks }) => [declared.path, toAnswers(checks)] as const);
	return {
		format: historyFormat,
		sample,
		source,
		day: dayOf(pulledAt),
		pulledAt,
		projects: Object.fromEntries(answers),
	};
}

function toAnswers({ checks }: CheckedProject['checks']): Partial<Record<CheckId, Answer>> {
	const answers: Partial<Record<CheckId, Answer>> = {};
	for (const { id, answer } of checks) answers[id] = answer;
	return answers;
}
