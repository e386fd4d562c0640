import type { Alignment } from '#core/inventory/alignment.ts';
import { describeBehind } from '#core/base/versions.ts';
import { capitalise } from './formats.ts';
import type { Wording } from './tone.ts';

/** How a project follows the agreed version of a tool, in a few words. */
export function alignmentWording(alignment: Alignment): Wording {
	switch (alignment.state) {
		case 'agreed':
			return { word: 'At the agreed version', tone: 'good' };
		case 'ahead':
			return { word: 'Ahead', tone: 'good' };
		case 'behind':
			return { word: capitalise(describeBehind(alignment.behind)), tone: 'bad' };
		case 'not-comparable':
			return { word: 'No version number', tone: 'quiet' };
		case 'no-agreement':
			return { word: 'No version agreed', tone: 'quiet' };
		case 'not-pinned':
			return { word: 'Says no version', tone: 'bad' };
		case 'not-applicable':
			return { word: 'Not applicable', tone: 'quiet' };
		case 'unknown':
			return { word: 'Not known', tone: 'quiet' };
	}
}

/** Whether somebody has to change the version. Only then the history tells since when. */
export function isBroken({ state }: Pick<Alignment, 'state'>): boolean {
	return state === 'behind' || state === 'not-pinned';
}
