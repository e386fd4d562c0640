import { findUnanswered } from '#core/inventory/unseen.ts';
import type { IsoInstant } from '#model/identifiers.ts';
import type { ProjectFacts, UnansweredPart } from '#model/project.ts';
import type { KnownFacts, UnansweredProject } from './current-projects.ts';
import type { FailedParts } from './project-details.ts';
import type { PartFailure } from './part-failure.ts';

type Part = keyof FailedParts;

/** What each part tells of a project. */
const factsOf: Record<Part, (facts: ProjectFacts) => Partial<ProjectFacts>> = {
	archived: ({ archived }) => ({ archived }),
	languages: ({ languages }) => ({ languages }),
	pipelines: ({ pipeline }) => ({ pipeline }),
	releases: ({ latestVersion, upcomingRelease, releaseDates }) => ({
		latestVersion,
		upcomingRelease,
		releaseDates,
	}),
};
const parts = ['archived', 'languages', 'pipelines', 'releases'] as const satisfies Part[];

/**
 * What is shown of parts that GitLab failed to answer: the last good value with its date, where
 * strangers saw the part then and see the code now, else nothing. Whether a
 * project is archived is no secret of its code.
 */
export function keepParts(
	failed: FailedParts,
	before: KnownFacts | undefined,
	{ hidesCode }: { hidesCode: boolean },
): Partial<ProjectFacts> {
	const kept: Partial<ProjectFacts> = {};
	const unanswered: UnansweredPart[] = [];
	for (const part of parts) {
		const failure = failed[part];
		if (!failure) continue;
		const wasHidden = before?.facts.hidden.some((one) => one === part || one === 'code');
		const isShown =
			part === 'archived' ? before?.facts.archived !== null : !hidesCode && !wasHidden;
		const keptFrom = before && isShown ? findDate(part, before) : null;
		if (before && keptFrom !== null) Object.assign(kept, factsOf[part](before.facts));
		unanswered.push({ part, keptFrom, why: failure.why });
	}
	return unanswered.length > 0 ? { ...kept, unanswered } : kept;
}

/** The last good facts of a project of which GitLab failed to answer. `null`: there are none. */
export function keepProject({
	failure,
	before,
}: Pick<UnansweredProject, 'before'> & { failure: PartFailure }): ProjectFacts | null {
	if (!before) return null;
	const { unanswered = [], ...facts } = before.facts;
	const keptFrom = findDate('project', before);
	const others = unanswered.filter(({ part }) => part !== 'project');
	const whole: UnansweredPart = { part: 'project', keptFrom, why: failure.why };
	// In the order of the names.
	const sorted = [...others, whole].toSorted((a, b) => (a.part < b.part ? -1 : 1));
	return { ...facts, unanswered: sorted };
}

/** When a part's value that was known was pulled: it may have been kept by that pull, too. */
export function findDate(
	part: UnansweredPart['part'],
	{ facts, pulledAt }: { facts: Pick<ProjectFacts, 'unanswered'>; pulledAt: IsoInstant },
): UnansweredPart['keptFrom'] {
	const earlier = findUnanswered(facts, part);
	return earlier ? earlier.keptFrom : pulledAt;
}
