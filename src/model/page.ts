import { z } from 'zod';
import { IsoDate, WebUrl } from './identifiers.ts';
import { Line } from './text.ts';

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
	/** What it was checked against, each with the day of its text. */
	sources: z.array(Source).optional(),
});
export type Page = z.output<typeof Page>;
