import type { Cell } from '#components/data/table.ts';
import { statusCell } from '#components/data/table.ts';
import { describeAgeOn } from '#core/words/inventory-words.ts';
import { pipelineWords } from '#core/words/pipeline-words.ts';
import { describeAbsence, partsOf } from '#core/words/project-words.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { ProjectFacts } from '#model/project.ts';

/**
 * A project's newest version: release or tag, and its age then.
 *
 * @param today The snapshot's day.
 */
export function versionCell(
	facts: Pick<ProjectFacts, 'latestVersion' | 'hidden'>,
	today: IsoDate,
): Cell {
	const { latestVersion: version } = facts;
	if (version === null) return { text: describeAbsence(facts, partsOf.version), as: 'quiet' };
	const { releasedAt } = version;
	const age: Cell =
		releasedAt === null
			? { text: 'date unknown' }
			: { text: describeAgeOn(releasedAt, today), datetime: releasedAt };
	return { text: version.tag, notes: [...(version.kind === 'tag' ? ['highest tag'] : []), age] };
}

/** The last pipeline of the default branch, in a word. */
export function pipelineCell(facts: Pick<ProjectFacts, 'pipeline' | 'hidden'>): Cell {
	return facts.pipeline
		? statusCell(pipelineWords(facts.pipeline))
		: { text: describeAbsence(facts, partsOf.pipeline), as: 'quiet' };
}
