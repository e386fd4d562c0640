import type { ProjectFacts, ProjectPart } from '#model/project.ts';

/** What GitLab calls the permission that opens a part of a project, in its settings. */
const permissions: Record<ProjectPart, string> = {
	code: "Access to the project's code on GitLab",
	files: "Access to the project's files on GitLab",
	languages: "Access to the project's languages on GitLab",
	pipelines: "Access to the project's pipelines on GitLab",
	releases: "Access to the project's releases and tags on GitLab",
};

/** What it would take to see one of these parts. `undefined`: strangers see them all. */
export function needsPart(
	{ hidden }: Pick<ProjectFacts, 'hidden'>,
	parts: readonly ProjectPart[],
): string | undefined {
	const part = parts.find((one) => hidden.includes(one));
	return part && `${permissions[part]}, which only its members have.`;
}
