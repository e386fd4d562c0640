import type { Alignment } from '#core/inventory/alignment.ts';
import { describeBehind } from '#core/base/versions.ts';
import { capitalise } from './formats.ts';
import type { Wording } from './tone.ts';

const wordings: Record<Exclude<Alignment['state'], 'behind'>, Wording> = {
	agreed: { word: 'At the agreed version', tone: 'good' },
	ahead: { word: 'Ahead', tone: 'good' },
	'not-comparable': { word: 'No version number', tone: 'quiet' },
	'no-agreement': { word: 'No version agreed', tone: 'quiet' },
	'not-pinned': { word: 'Says no version', tone: 'bad' },
	'not-applicable': { word: 'Not applicable', tone: 'quiet' },
	unknown: { word: 'Not known', tone: 'quiet' },
};

/** How a project follows the agreed version of a tool, in a few words. */
export function alignmentWording(alignment: Alignment): Wording {
	return alignment.state === 'behind'
		? { word: capitalise(describeBehind(alignment.behind)), tone: 'bad' }
		: wordings[alignment.state];
}

/** Whether somebody has to change the version. Only then the history tells since when. */
export function isBroken({ state }: Pick<Alignment, 'state'>): boolean {
	return state === 'behind' || state === 'not-pinned';
}
