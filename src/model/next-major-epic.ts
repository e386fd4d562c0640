import { z } from 'zod';
import { GroupPath } from './identifiers.ts';
import { Line, Positive } from './values.ts';

/** The epic of each major release that collects what it deprecates and removes. */
export const NextMajorEpic = z.strictObject({
	group: GroupPath.describe('The group that has it.'),
	title: Line.meta({
		description:
			'Words of its title, in any case. The number of the major release is in the title, too: 20.0 or 20.',
		examples: ['Deprecations and Removal'],
	}),
	monthsAfter: Positive.meta({
		description: 'It has to exist this many months after the major release before.',
		examples: [1],
	}),
});
export type NextMajorEpic = z.output<typeof NextMajorEpic>;
