import { z } from 'zod';
import { GroupPath, Username, WebUrl } from './identifiers.ts';

/** A group that the registry names, as a stranger sees it. */
export const Group = z.strictObject({
	path: GroupPath,
	/** False: GitLab does not show the group to a stranger, so nobody of it is published. */
	visible: z.boolean(),
	name: z.string().nullable(),
	webUrl: WebUrl.nullable(),
});
export type Group = z.output<typeof Group>;

/** A direct member of a group, cut to what may be published. */
export const Member = z.strictObject({
	group: GroupPath,
	username: Username,
	name: z.string().min(1),
	webUrl: WebUrl.nullable(),
});
export type Member = z.output<typeof Member>;
