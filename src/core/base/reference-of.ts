import type { IssueOfDay } from '#model/history.ts';

/** What tells one issue from all others: `group/project#12`. */
export function referenceOf({ project, iid }: Pick<IssueOfDay, 'project' | 'iid'>): string {
	return `${project}#${String(iid)}`;
}

/**
 * What is said of it beside its title: `project#12`. The title leads to the whole address; nothing is
 * for those alone who point at it.
 */
export function shortReference(reference: string): string {
	return reference.replace(/^.*\//, '');
}
