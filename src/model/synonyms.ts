import { z } from 'zod';
import { Line } from './values.ts';

/** A word that readers type, and the word that pages have for it. */
export const Synonym = z.strictObject({
	typed: Line.meta({ description: 'What readers type.', examples: ['deadline'] }),
	means: Line.meta({ description: 'What pages call it.', examples: ['cutoff'] }),
});
export type Synonym = z.output<typeof Synonym>;
