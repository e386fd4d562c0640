import { z } from 'zod';
import { GroupPath, ProjectPath, WebUrl } from './identifiers.ts';
import { onlyGroup } from './site.ts';
import { Count, Flag, Line, Positive, Slug } from './values.ts';

/** Where an entry of the registry is, so that a sentence can name the line to change. */
export const Place = z.strictObject({
	/** `content/registry/projects.yaml` */
	file: z.string(),
	/** The entry's first and last line, counted from 1. */
	line: Positive,
	end: Positive,
	/**
	 * Columns before its "-", when it is written as `- key: value` with its other keys below the first.
	 * `null`: it is written in another style, so no line of it can be replaced by itself.
	 */
	indent: Count.nullable(),
	/** First line of each of its keys. */
	lines: z.record(z.string(), Positive),
	/** Last line of those keys that take several. */
	ends: z.record(z.string(), Positive),
});
export type Place = z.output<typeof Place>;

export type Declared<Entry> = Entry & { place: Place };

/** One entry of `projects.yaml`. */
export const DeclaredProject = z.strictObject({
	path: ProjectPath.describe('Where the project is on GitLab now.'),
	earlierPaths: z
		.array(ProjectPath)
		.default([])
		.describe(
			'Where the project was before. Its history, exemptions and old addresses stay with it.',
		),
	name: Line.meta({ description: 'What pages call it.', examples: ['Engine'] }),
	group: Slug.default(onlyGroup).meta({
		description: 'Id of one of projectGroups in site.yaml. Required when there are any.',
		examples: ['helpers'],
	}),
	category: Slug.optional().meta({
		description: "Id of one of the group's categories. Required when the group has any.",
		examples: ['configuration'],
	}),
	instance: WebUrl.optional().meta({
		description: 'Another GitLab that hosts the project. We link to it and never pull from it.',
		examples: ['https://ops.gitlab.example'],
	}),
	tree: z
		.strictObject({
			ref: Line.meta({ description: 'Branch, tag or commit.', examples: ['main'] }),
			path: Line.meta({ description: 'The folder.', examples: ['environments'] }),
		})
		.optional()
		.describe('The folder that counts, when it is not the whole project.'),
	note: Line.optional().meta({
		description: 'Anything else readers should know.',
		examples: ['Only the roles named `engine-*`.'],
	}),
	private: Flag.describe("The public can't see the project, and the team knows it."),
	releaseOverdueAfterDays: Positive.optional().meta({
		description:
			'A release older than this many days is overdue. Without it, we expect no releases.',
		examples: [45],
	}),
	deprecated: Flag.describe('The team is phasing the project out.'),
	archived: Flag.describe('The project is archived on GitLab, and the team knows it.'),
});
export type DeclaredProject = z.output<typeof DeclaredProject>;

/** One entry of `consumers.yaml`. */
export const DeclaredConsumer = z.strictObject({
	path: ProjectPath.describe('Where the consumer is on GitLab.'),
	name: Line.meta({ description: 'What pages call it.', examples: ['Car dashboard'] }),
	api: z
		.strictObject({
			name: Line.meta({ description: 'Which API it is.', examples: ['REST'] }),
			url: WebUrl.meta({
				description: 'Its documentation.',
				examples: ['https://docs.gitlab.com/api/rest/'],
			}),
		})
		.describe('The API that the consumer uses.'),
	owner: z
		.strictObject({
			name: Line.meta({
				description: "A group or a page, never a person's name.",
				examples: ['Car team'],
			}),
			url: WebUrl.meta({
				description: 'Where to reach them.',
				examples: ['https://gitlab.com/groups/group/subgroup'],
			}),
		})
		.optional()
		.describe("Who to contact. Without it, we link to the project's issues."),
	note: Line.optional().meta({
		description: 'Anything else readers should know.',
		examples: ['Uses the API in its nightly jobs only.'],
	}),
});
export type DeclaredConsumer = z.output<typeof DeclaredConsumer>;

/** One entry of `people.yaml`. */
export const DeclaredGroup = z.strictObject({
	path: GroupPath.describe('Where the group is on GitLab.'),
	name: Line.meta({ description: 'What pages call it.', examples: ['Reviewers'] }),
	meaning: Line.meta({
		description: 'What its members do, in a sentence.',
		examples: ['They give the first review.'],
	}),
	publishMembers: z
		.boolean()
		.describe(
			'true: the team agrees that names and profile links of members are published, if the group is public.',
		),
});
export type DeclaredGroup = z.output<typeof DeclaredGroup>;
