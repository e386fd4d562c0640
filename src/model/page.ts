import { z } from 'zod';
import { IsoDate, WebUrl } from './identifiers.ts';
import { Line } from './values.ts';

/** In front matter, YAML makes a date of a day. */
const Day = z.preprocess(
	(day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day),
	IsoDate,
);

/** What a page was checked against. */
const Source = z.strictObject({
	title: Line,
	url: WebUrl,
	/** The day of its text. Left out: the source has none. */
	date: Day.optional(),
});
export type Source = z.output<typeof Source>;

/** Frontmatter that a page of the handbook adds to Starlight's. */
export const Page = z.object({
	/** The role that answers for the page; never a person's name. */
	owner: z.string().min(1),
	/** One sentence that search engines and link previews show. */
	description: z.string().min(1),
	/** The day of the newest source that the page was checked against. */
	asOf: Day.optional(),
	sources: z.array(Source).optional(),
	/** Its answer in one sentence, below the title. */
	lede: z.string().min(1).optional(),
	/** The page that lists this one: the sidebar marks it, and the way to this page leads over it. */
	list: z.string().startsWith('/').endsWith('/').optional(),
	/** For a page of data, which has no text: the block that it shows. */
	block: z.string().optional(),
	/** A status beside the title: only what is not normal, except for milestones. */
	tag: z
		.object({ word: z.string(), tone: z.enum(['good', 'warn', 'bad', 'quiet', 'ink', 'now']) })
		.optional(),
});
