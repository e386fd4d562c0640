import type { Fix, ReadFrom, Subject, Verdict } from './check.ts';
import { pulledAtOf } from './gate.ts';

/** What was read, where, and when: the same whatever the answer is. */
export interface Reading extends Pick<Verdict, 'readAt' | 'permission'> {
	from: ReadFrom | null;
}

/** A reading of what strangers see of a project. */
export function readAsStranger({ state }: Pick<Subject, 'state'>, from: ReadFrom | null): Reading {
	return { from, readAt: pulledAtOf(state), permission: 'stranger' };
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
