import type { IsoInstant } from '#model/identifiers.ts';
import type { ProjectFacts, ProjectPart, UnansweredPart } from '#model/project.ts';

/** What facts say about what they lack. */
export type Gaps = Pick<ProjectFacts, 'hidden' | 'unanswered'>;

/** What GitLab calls the permission that opens a part of a project, in its settings. */
const permissions: Record<ProjectPart, string> = {
	code: "Access to the project's code on GitLab",
	files: "Access to the project's files on GitLab",
	languages: "Access to the project's languages on GitLab",
	pipelines: "Access to the project's pipelines on GitLab",
	releases: "Access to the project's releases and tags on GitLab",
};

/** Why nothing can be said of something, and what it would take. */
export interface Unseen {
	why: string;
	needs: string;
}

/**
 * Why these parts are not known, and what it would take to know them. `undefined`: they are, maybe as
 * they were at an earlier pull.
 *
 * @param parts Without any of which the value is not known. The first names it: its files, its releases.
 */
export function findUnseen(
	facts: Gaps,
	parts: readonly ProjectPart[],
	name: string = parts[0] ?? '',
): Unseen | undefined {
	const part = parts.find((one) => facts.hidden.includes(one));
	if (part !== undefined) {
		const needs = `${permissions[part]}, which only its members have.`;
		return { why: `GitLab hides its ${name}.`, needs };
	}
	const unanswered = findUnknown(facts, parts);
	return (
		unanswered && {
			why: `GitLab failed to answer for its ${name}. ${unanswered.why}`,
			needs: 'The next pull.',
		}
	);
}

/** One of the parts that GitLab failed to answer, of which there is no older value. */
export function findUnknown(
	{ unanswered = [] }: Gaps,
	parts: readonly ProjectPart[],
): UnansweredPart | undefined {
	return unanswered.find(
		({ part, keptFrom }) => keptFrom === null && parts.some((one) => one === part),
	);
}

/** That GitLab failed to answer for a part at the last pull. `undefined`: it answered. */
export function findUnanswered(
	{ unanswered = [] }: Pick<Gaps, 'unanswered'>,
	part: UnansweredPart['part'] = 'project',
): UnansweredPart | undefined {
	const find = (name: UnansweredPart['part']) => unanswered.find((one) => one.part === name);
	return find(part) ?? find('project');
}

/** When a value was pulled that a later pull has kept. `null`: the last pull has got it. */
export function findKeptFrom(...asked: Parameters<typeof findUnanswered>): IsoInstant | null {
	return findUnanswered(...asked)?.keptFrom ?? null;
}
