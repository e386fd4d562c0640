import type { Mend, ReadFrom, Subject, Verdict } from './check.ts';
import { pulledAtOf } from './gate.ts';

/** What was read, where, and when: the same whatever the answer is. */
export interface Reading extends Pick<Verdict, 'readAt' | 'permission'> {
	from: ReadFrom | null;
}

/** A reading of what strangers see of a project. */
export function readAsStranger({ state }: Pick<Subject, 'state'>, from: ReadFrom | null): Reading {
	return { from, readAt: pulledAtOf(state), permission: 'stranger' };
}

export function holds(saw: string, reading: Reading): Verdict {
	return { answer: 'holds', saw, ...reading };
}

export function broken(saw: string, reading: Reading, mend: Mend): Verdict {
	return { answer: 'broken', saw, ...reading, mend };
}

export function unknown(saw: string, reading: Reading, needs: string, mend?: Mend): Verdict {
	return { answer: 'unknown', saw, ...reading, needs, ...(mend && { mend }) };
}
