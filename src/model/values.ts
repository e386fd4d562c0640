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

/** Several of them. */
export const Lines = z.array(Line);

/** False unless somebody says that it is so. */
export const Flag = z.boolean().default(false);

/** None, or some. */
export const Count = z.int().nonnegative();

/** One at least: also what is counted from 1. */
export const Positive = z.int().positive();
