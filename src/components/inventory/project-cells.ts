import { statusCell, type Cell } from '#components/data/table.ts';
import { formatShortDay } from '#core/words/formats.ts';
import { describeAgeOn } from '#core/words/inventory-words.ts';
import { pipelineWords } from '#core/words/pipeline-words.ts';
import { findKeptFrom, type Gaps } from '#core/inventory/unseen.ts';
import { describeAbsence, partsOf } from '#core/words/project-words.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { ProjectFacts, UnansweredPart } from '#model/project.ts';

/** A project's newest version: release or tag, and its age then. */
export function versionCell(
	facts: Pick<ProjectFacts, 'latestVersion'> & Gaps,
	today: IsoDate,
): Cell {
	const { latestVersion: version } = facts;
	if (version === null) return { text: describeAbsence(facts, partsOf.version), as: 'quiet' };
	const { releasedAt } = version;
	const age: Cell =
		releasedAt === null
			? { text: 'date not known' }
			: { text: describeAgeOn(releasedAt, today), datetime: releasedAt };
	const kind = version.kind === 'tag' ? ['highest tag'] : [];
	return { text: version.tag, notes: [...kind, age, ...noteKept(facts, 'releases')] };
}

/** The last pipeline of the default branch, in a word. */
export function pipelineCell(facts: Pick<ProjectFacts, 'pipeline'> & Gaps): Cell {
	const { pipeline } = facts;
	if (pipeline === null) return { text: describeAbsence(facts, partsOf.pipeline), as: 'quiet' };
	return { ...statusCell(pipelineWords(pipeline)), notes: noteKept(facts, 'pipelines') };
}

/** That a value is older than the others beside it. */
function noteKept(facts: Gaps, part: UnansweredPart['part']): string[] {
	const keptFrom = findKeptFrom(facts, part);
	return keptFrom === null ? [] : [`as of ${formatShortDay(keptFrom)}`];
}
