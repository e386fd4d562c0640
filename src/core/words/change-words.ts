import type { PlanChange } from '#core/plan/changes/change.ts';
import { formatCount } from './formats.ts';
import type { Tone } from './tone.ts';

export type ChangeKind = PlanChange['kind'];

/** What changes of a kind are called where they are chosen and counted, and how one is marked. */
export const changeKinds: Record<ChangeKind, { name: string; tone: Tone }> = {
	carried: { name: 'Carried to a later milestone', tone: 'warn' },
	'brought-forward': { name: 'Brought forward', tone: 'good' },
	added: { name: 'Added to the plan', tone: 'quiet' },
	dropped: { name: 'Dropped from the plan', tone: 'bad' },
	'not-seen': { name: 'No longer visible', tone: 'quiet' },
	committed: { name: 'Committed', tone: 'ink' },
	uncommitted: { name: 'No longer committed', tone: 'warn' },
	promoted: { name: 'Promoted', tone: 'quiet' },
	demoted: { name: 'Demoted', tone: 'quiet' },
	health: { name: 'Health changed', tone: 'quiet' },
	closed: { name: 'Closed', tone: 'good' },
	reopened: { name: 'Reopened', tone: 'warn' },
	weight: { name: 'Weight changed', tone: 'quiet' },
	retitled: { name: 'Retitled', tone: 'quiet' },
	'dates-moved': { name: 'Dates of a milestone moved', tone: 'warn' },
};

/** `12 changes` */
export function countChanges(count: number): string {
	return count === 0 ? 'No change' : formatCount(count, 'change');
}
