import { z } from 'zod';
import { Positive } from './values.ts';

/** One part of a path: what GitLab allows in the address of a group or project. */
const segment = '[A-Za-z0-9_.][A-Za-z0-9_.-]*';

/** Full path of a project, such as `group/subgroup/project`. Compare without regard to case. */
export const ProjectPath = z
	.string()
	.regex(new RegExp(`^${segment}(/${segment})+$`), {
		error:
			'Invalid project path: expected "group/project", without host and without slashes at the ends',
	})
	.meta({ title: 'project path', examples: ['group/project'] })
	.brand<'ProjectPath'>();
export type ProjectPath = z.output<typeof ProjectPath>;

/** Full path of a group, such as `group` or `group/subgroup`. */
export const GroupPath = z
	.string()
	.regex(new RegExp(`^${segment}(/${segment})*$`), {
		error: 'Invalid group path: expected "group" or "group/subgroup", without host',
	})
	.meta({ title: 'group path', examples: ['group/subgroup'] })
	.brand<'GroupPath'>();
export type GroupPath = z.output<typeof GroupPath>;

/** A person's name on GitLab, without the `@`. */
export const Username = z.string().regex(new RegExp(`^${segment}$`));

/** An issue's number in its project: the `12` of `group/project#12`. */
export const IssueIid = Positive;

/** A calendar day, `2026-11-23`. It has no time zone. */
export const IsoDate = z.iso
	.date({ error: 'Invalid day: expected one of the calendar, such as 2026-11-23' })
	.meta({ title: 'day', examples: ['2026-12-25'] });
export type IsoDate = z.output<typeof IsoDate>;

/** An instant in UTC, to the second: `2026-11-23T08:30:00Z`. */
export const IsoInstant = z.iso.datetime({ precision: 0 });
export type IsoInstant = z.output<typeof IsoInstant>;

/** An address that may become a link: http or https, nothing else. */
export const WebUrl = z
	.url({
		protocol: /^https?$/,
		error: 'Invalid address: expected one like https://gitlab.com',
	})
	.meta({ title: 'web address', examples: ['https://gitlab.com'] });
export type WebUrl = z.output<typeof WebUrl>;

/** The address of a GitLab, as people open it. */
export const GitLabUrl = WebUrl.refine((text) => !/\/api\/v4\/*$/.test(text), {
	error: 'Address of the API: expected the address of GitLab itself, without /api/v4',
});
