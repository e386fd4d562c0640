import { z } from 'zod';
import { GitLabUrl, GroupPath, ProjectPath, WebUrl } from './identifiers.ts';
import { eachHasIts } from './refinement.ts';
import { Synonym } from './synonyms.ts';
import { Line, Slug } from './values.ts';

const Category = z.strictObject({
	id: Slug.describe('What projects refer to.'),
	title: Line.meta({ description: 'The heading on the page.', examples: ['Configuration'] }),
});

/** Id of the group of all projects, where the team names no groups. No file has to say it. */
export const onlyGroup = 'all';

export const Site = z
	.strictObject({
		title: Line.meta({ description: 'The name of the handbook.', examples: ['Engine handbook'] }),
		description: Line.meta({
			description: 'What the handbook is about, in a sentence, for programs that read /llms.txt.',
			examples: ['How the Engine team works, what it maintains and what it plans.'],
		}),
		instance: GitLabUrl.describe(
			'The GitLab that readers use, and that we pull from unless GITLAB_URL names another. Links in prose and edit links lead there.',
		),
		team: Line.meta({ description: 'What the team calls itself.', examples: ['Engine'] }),
		handbook: z
			.strictObject({
				project: ProjectPath.describe('Its path on GitLab.'),
				branch: Line.meta({ description: 'The branch to edit.', examples: ['main'] }),
			})
			.describe('The project that holds this handbook. Edit links lead there.'),
		staleAfterHours: z
			.number()
			.positive()
			.meta({
				description: 'Data older than this many hours are marked as out of date.',
				examples: [36],
			}),
		pullEveryHours: z
			.number()
			.positive()
			.optional()
			.meta({
				description:
					'How often the pull is scheduled, in hours. Without it, nobody is told when the next one is due.',
				examples: [24],
			}),
		offline: z
			.boolean()
			.optional()
			.meta({
				description:
					'Lets browsers save the pages that a reader visits, and the search, for when there is no network. They say then how old they are.',
				examples: [true],
			}),
		shareImages: z
			.boolean()
			.optional()
			.meta({
				description:
					'Draws a picture of each page, with its title and its answer, for those who share a link to it. It takes SITE_URL.',
				examples: [true],
			}),
		references: z
			.strictObject({
				project: ProjectPath.describe('Where #12 and !45 lead.'),
				group: GroupPath.describe('Where labels, milestones and &3 lead.'),
			})
			.describe('Where references in prose lead.'),
		companyHandbook: WebUrl.optional().meta({
			description:
				"The company's handbook. Links to /handbook/... lead there; without it, they stay on this site.",
			examples: ['https://handbook.gitlab.com'],
		}),
		sections: z
			.array(
				z.strictObject({
					label: Line.meta({ description: 'What the sidebar says.', examples: ['How we work'] }),
					directory: Slug.meta({
						description: 'A folder of content/handbook.',
						examples: ['work'],
					}),
				}),
			)
			.min(1)
			.superRefine(eachHasIts('directory'))
			.describe('The sections of the sidebar, in order.'),
		synonyms: z
			.array(Synonym)
			.default([])
			.describe('Words that readers type into the search, and what pages call the same.'),
		projectGroups: z
			.array(
				z.strictObject({
					id: Slug.describe('What projects refer to.'),
					title: Line.meta({
						description: 'The heading on the page.',
						examples: ['Helper projects'],
					}),
					categories: z
						.array(Category)
						.default([])
						.describe('Subheadings, in order. Without any, the group lists its projects directly.'),
				}),
			)
			.min(1)
			.superRefine(eachHasIts('id'))
			.default([{ id: onlyGroup, title: 'All projects', categories: [] }])
			.describe('The groups of the inventory, in order. Without them, it is one list.'),
	})
	.describe('Whose handbook this is: its title, its GitLab, its sections, its groups of projects.');
export type Site = z.output<typeof Site>;
