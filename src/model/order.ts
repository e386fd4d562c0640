import type { Issue } from './issue.ts';

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

/**
 * Sorts milestone titles number by number, so that 19.10 follows 19.9, 20.0 follows 19.11, and
 * Sprint 10 follows Sprint 9. Words come after numbers.
 *
 * Any text may come: of two titles that are the same but for zeros (`19.1`, `19.01`) one is always the
 * first.
 */
export function compareTitles(a: string, b: string): number {
	const runsOfB = toRuns(b);
	for (const [index, run] of toRuns(a).entries()) {
		const other = runsOfB[index];
		if (other === undefined) return 1;
		const order = compareRuns(run, other);
		if (order !== 0) return order;
	}
	return toRuns(a).length - runsOfB.length || compareText(a, b);
}

function toRuns(title: string): string[] {
	return title.match(/\d+|\D+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
	const aIsNumber = /^\d/.test(a);
	if (aIsNumber !== /^\d/.test(b)) return aIsNumber ? -1 : 1;
	if (!aIsNumber) return compareText(a, b);
	// As text: a number of any length keeps all its digits.
	const [digitsOfA, digitsOfB] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
	return digitsOfA.length - digitsOfB.length || compareText(digitsOfA, digitsOfB);
}
