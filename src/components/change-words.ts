import type { PlanChange } from '#core/plan-changes/change.ts';
import { formatCount } from './formats.ts';
import type { Wording } from './tone.ts';

export type ChangeKind = PlanChange['kind'];

/** What kind of change it is, in a word or two. In the order in which they are counted. */
export const changeWords: Record<ChangeKind, Wording> = {
	added: { word: 'Added', tone: 'planned' },
	dropped: { word: 'Dropped', tone: 'bad' },
	'not-seen': { word: 'Not seen any more', tone: 'plain' },
	carried: { word: 'Carried over', tone: 'warn' },
	'brought-forward': { word: 'Brought forward', tone: 'good' },
	committed: { word: 'Committed', tone: 'planned' },
	uncommitted: { word: 'Not committed any more', tone: 'warn' },
	promoted: { word: 'Promoted', tone: 'plain' },
	demoted: { word: 'Demoted', tone: 'plain' },
	health: { word: 'Health', tone: 'plain' },
	closed: { word: 'Closed', tone: 'good' },
	reopened: { word: 'Reopened', tone: 'warn' },
	weight: { word: 'Weight', tone: 'plain' },
	retitled: { word: 'New title', tone: 'plain' },
	'dates-moved': { word: 'Dates moved', tone: 'warn' },
};
