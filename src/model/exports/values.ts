import { z } from 'zod';

/*
 * What the shapes of exports are made of. Nothing here is shared with the rest of the model, so that
 * a change there cannot move what other people's programs are promised.
 */

/** In UTC, to the second. */
export const Instant = z
	.string()
	.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
	.meta({ format: 'date-time' });

export const Day = z
	.string()
	.regex(/^\d{4}-\d\d-\d\d$/)
	.meta({ format: 'date' });

/** Whole, or from the root of the host where the site does not know its own. */
export const Address = z.string().min(1).meta({ format: 'uri-reference' });

export const Count = z.int().nonnegative();

/** May be empty. */
export const Text = z.string();
export const Words = z.string().min(1);
