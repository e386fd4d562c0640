import type { Issue } from '#model/issue.ts';

/** Sorts by code unit, so that every machine and language puts the same text in the same place. */
export function compareText(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

type Referred = Pick<Issue, 'project' | 'iid'>;

/** Sorts by project, then by number: `group/a#9`, `group/a#10`, `group/b#1`. */
export function compareReferences(a: Referred, b: Referred): number {
	return compareText(a.project, b.project) || a.iid - b.iid;
}
