import type { IssueOfDay } from '#model/history.ts';

/** What tells one issue from all others: `group/project#12`. */
export function referenceOf({ project, iid }: Pick<IssueOfDay, 'project' | 'iid'>): string {
	return `${project}#${String(iid)}`;
}
