import type { PlanChange } from '#core/plan/changes/change.ts';
import { formatCount } from './formats.ts';
import type { Tone } from './tone.ts';

export type ChangeKind = PlanChange['kind'];

/** What changes of a kind are called where they are chosen and counted, and how one is marked. */
export const changeKinds: Record<ChangeKind, { name: string; tone: Tone }> = {
	carried: { name: 'Carried to a later milestone', tone: 'warn' },
	'brought-forward': { name: 'Brought forward', tone: 'good' },
	added: { name: 'Added to the plan', tone: 'planned' },
	dropped: { name: 'Dropped from the plan', tone: 'bad' },
	'not-seen': { name: 'Not seen any more', tone: 'plain' },
	committed: { name: 'Committed', tone: 'planned' },
	uncommitted: { name: 'No longer committed', tone: 'warn' },
	promoted: { name: 'Promoted', tone: 'plain' },
	demoted: { name: 'Demoted', tone: 'plain' },
	health: { name: 'Health changed', tone: 'plain' },
	closed: { name: 'Closed', tone: 'good' },
	reopened: { name: 'Reopened', tone: 'warn' },
	weight: { name: 'Weight changed', tone: 'plain' },
	retitled: { name: 'Retitled', tone: 'plain' },
	'dates-moved': { name: 'Dates of a milestone moved', tone: 'warn' },
};

/** `12 changes: 5 carried …` is for the eye; this is the count that a screen reader is told. */
export function countChanges(count: number): string {
	return count === 0 ? 'No change' : formatCount(count, 'change');
}
