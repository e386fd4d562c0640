import { z } from 'zod';

/** Words of the team, without space at the ends. */
export const Line = z.string().trim().min(1).meta({ title: 'text' });

/** A name for files and addresses: `helper-projects`. */
export const Slug = z
	.string()
	.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
		error: 'Invalid name: expected small letters, digits and single hyphens',
	})
	.meta({ title: 'slug', examples: ['helper-projects'] });
