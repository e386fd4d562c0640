import { z } from 'zod';

/** Frontmatter that a page of the handbook adds to Starlight's. */
export const Page = z.object({
	/** The role that answers for the page; never a person's name. */
	owner: z.string().min(1),
	/** One sentence that search engines and link previews show. */
	description: z.string().min(1),
});
export type Page = z.output<typeof Page>;
