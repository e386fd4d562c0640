import { z } from 'zod';
import { IsoDate, WebUrl } from './identifiers.ts';

/** A group's milestone. Its due date is the day of the code cutoff, not of the release. */
export const Milestone = z.strictObject({
	title: z.string().min(1),
	/** `null`: GitLab has no date there. */
	startDate: IsoDate.nullable(),
	dueDate: IsoDate.nullable(),
	/** `active` or `closed`; another word of GitLab's is kept as it is. */
	state: z.string().min(1),
	webUrl: WebUrl.nullable(),
});
export type Milestone = z.output<typeof Milestone>;
