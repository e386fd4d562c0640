import type { IssueOfDay } from '#model/history.ts';
import type { WebUrl } from '#model/identifiers.ts';
import { withoutSlash } from './paths.ts';

/** The address of an issue on its GitLab, made of its parts: kept days have no addresses. */
export function issueUrl(
	instance: WebUrl,
	{ project, iid }: Pick<IssueOfDay, 'project' | 'iid'>,
): string {
	return `${withoutSlash(instance)}/${project}/-/issues/${String(iid)}`;
}
