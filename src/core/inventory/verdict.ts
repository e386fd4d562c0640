import type { Fix, ReadFrom, Subject, Verdict } from './check.ts';
import type { GroupPath } from '#model/identifiers.ts';
import type { UnansweredPart } from '#model/project.ts';
import { pulledAtOf, type ListState } from '#model/snapshot.ts';
import { findKeptFrom } from './unseen.ts';

/** What was read, where, and when: the same whatever the answer is. */
export type Reading = Pick<Verdict, 'from' | 'readAt' | 'permission'>;

/**
 * A reading of what strangers see of a project.
 *
 * @param part What it is a value of, which may be older than the list.
 */
export function readAsStranger(
	{ state, project }: Pick<Subject, 'state' | 'project'>,
	from: ReadFrom | null,
	part?: UnansweredPart['part'],
): Reading {
	const keptFrom = project?.facts ? findKeptFrom(project.facts, part) : null;
	const reading = readOf(state, from);
	return keptFrom === null ? reading : { ...reading, readAt: keptFrom };
}

/** A reading of what strangers see of a list, or of a group in it. */
export function readOf(state: ListState, from: ReadFrom | null, group?: GroupPath): Reading {
	return { from, readAt: pulledAtOf(state, group), permission: 'stranger' };
}

export function holds(observed: string, reading: Reading): Verdict {
	return { answer: 'holds', observed, ...reading };
}

export function broken(observed: string, reading: Reading, fix: Fix): Verdict {
	return { answer: 'broken', observed, ...reading, fix };
}

export function unknown(observed: string, reading: Reading, needs: string, fix?: Fix): Verdict {
	return { answer: 'unknown', observed, ...reading, needs, ...(fix && { fix }) };
}
