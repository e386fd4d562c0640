import type { IssueOfDay } from '#model/history.ts';
import { withoutSlash } from './paths.ts';
import type { WebUrl } from '#model/identifiers.ts';

/** Where an issue stands on its GitLab. Kept days have no addresses, so it is made of its parts. */
export function issueUrl(
	instance: WebUrl,
	{ project, iid }: Pick<IssueOfDay, 'project' | 'iid'>,
): string {
	return `${withoutSlash(instance)}/${project}/-/issues/${String(iid)}`;
}
