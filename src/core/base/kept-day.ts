import { historyFormat, type RulesOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { About } from '#model/snapshot.ts';
import { dayOf } from './dates.ts';

/** The pull of which the history keeps something. */
export type KeptPull = Pick<About, 'sample' | 'source' | 'pulledAt'>;

/** The first kept day on which something is known to have been so, in one run up to now. */
export interface Since {
	day: IsoDate;
	/** True: no day before says that it was not so, so it may have been for longer. */
	isAtLeast: boolean;
}

/** How every file of the history begins: of which day it is, and of which pull. */
export function keptDay({ sample, source, pulledAt }: KeptPull): Omit<RulesOfDay, 'rules'> {
	return { format: historyFormat, sample, source, day: dayOf(pulledAt), pulledAt };
}
