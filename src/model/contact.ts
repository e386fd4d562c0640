import { z } from 'zod';
import { GroupPath, IsoDate, ProjectPath, WebUrl } from './identifiers.ts';
import { SitePage } from './redirects.ts';
import { eachHasIts, findDoubles, idOf, quoted, reporterOf } from './refinement.ts';
import { Flag, Line, Slug } from './values.ts';

const source = {
	asOf: IsoDate.describe('The day of the source that says so.'),
	source: z
		.strictObject({
			title: Line.meta({ description: 'What it is called.', examples: ['Engine team'] }),
			url: WebUrl.meta({
				description: 'Where it is.',
				examples: ['https://handbook.gitlab.com/handbook/engineering/'],
			}),
		})
		.describe('Where it is written.'),
};

const Channel = z.strictObject({
	id: Slug.meta({ description: 'What needs refer to.', examples: ['engine-help'] }),
	name: Line.meta({ description: 'Its name.', examples: ['#engine_help'] }),
	url: WebUrl.meta({
		description: 'Where it opens. An id in the address survives a new name.',
		examples: ['https://example.slack.com/archives/C0123ABCD'],
	}),
	...source,
});
export type Channel = z.output<typeof Channel>;

export const ContactIssue = z.strictObject({
	project: ProjectPath.describe('The project that gets the issue.'),
	ours: z
		.boolean()
		.default(true)
		.describe("false: another team's project. Ours have to be in projects.yaml."),
	template: Line.optional().meta({
		description: 'Name of the description template, without .md.',
		examples: ['Bug'],
	}),
	title: Line.optional().meta({
		description: 'How the title starts.',
		examples: ['Engine does not start:'],
	}),
	labels: z
		.array(Line.regex(/^[^"]*$/).meta({ title: 'label', examples: ['type::bug'] }))
		.default([])
		.describe('Labels that the issue gets.'),
	confidential: Flag.describe('Only the team can see the issue.'),
});
export type ContactIssue = z.output<typeof ContactIssue>;

const ContactNeed = z.strictObject({
	id: Slug.meta({
		description: 'Its anchor: links to #fault lead to it.',
		examples: ['fault'],
	}),
	title: Line.meta({ description: 'What somebody needs.', examples: ['A fault fixed'] }),
	answers: Line.meta({
		description: "Who answers: a role or a team, never a person's name.",
		examples: ['product manager'],
	}),
	text: Line.meta({
		description: 'What to do, in about two sentences. Backticks make code.',
		examples: ['Open an issue. Say which engine it is.'],
	}),
	promise: Line.optional().meta({
		description: 'What is promised about the answer. Leave it out when nothing is.',
		examples: ['within 2 business days'],
	}),
	issue: ContactIssue.optional().describe('The issue to open, with what is filled in.'),
	channel: Slug.optional().meta({
		description: 'Id of one of the channels.',
		examples: ['engine-help'],
	}),
	mention: GroupPath.optional().describe('The group to mention in an issue or merge request.'),
	links: z
		.array(
			z.strictObject({
				label: Line.meta({ description: 'What the link says.', examples: ['See who reviews'] }),
				to: z.union([SitePage, WebUrl]).meta({
					title: 'page of this site or web address',
					description: 'Where it leads.',
					examples: ['/team/'],
				}),
			}),
		)
		.default([])
		.describe('Where else to go.'),
	...source,
});
export type ContactNeed = z.output<typeof ContactNeed>;

export const Contact = z
	.strictObject({
		channels: z
			.array(Channel)
			.superRefine(eachHasIts('id'))
			.default([])
			.describe('Where the team and its neighbors write.'),
		sections: z
			.array(
				z.strictObject({
					title: Line.meta({ description: 'The heading.', examples: ['To get something done'] }),
					needs: z.array(ContactNeed).min(1).describe('In order.'),
				}),
			)
			.min(1)
			.describe('The needs, the most urgent first.'),
	})
	.superRefine(({ channels, sections }, context) => {
		const report = reporterOf(context);
		const ids = channels.map(idOf);
		const needs = sections.flatMap((section, at) =>
			section.needs.map((need, index) => ({ ...need, path: ['sections', at, 'needs', index] })),
		);
		for (const { entry, key } of findDoubles(needs, idOf)) {
			report([...entry.path, 'id'], `Duplicate id: "${key}". Expected each need once`);
		}
		for (const { channel, path } of needs) {
			if (channel === undefined || ids.includes(channel)) continue;
			const message = `Unknown channel "${channel}": expected one of ${quoted(ids)}`;
			report([...path, 'channel'], message);
		}
	})
	.describe('Who answers what: the needs of readers, and where to go with each.');
export type Contact = z.output<typeof Contact>;
