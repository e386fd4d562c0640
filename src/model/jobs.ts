import { z } from 'zod';
import { WebUrl } from './identifiers.ts';
import { findDoubles, quoted, reporterOf } from './refinement.ts';
import { Line, Slug } from './values.ts';

const Month = z
	.string()
	.regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
		error: 'Invalid month: expected year and month, such as 2025-12',
	})
	.meta({ title: 'month', examples: ['2025-12'] });

const jobFields = {
	slug: Slug.meta({
		description: "The job's anchor on pages, and what stories refer to.",
		examples: ['start-the-engine'],
	}),
	statement: Line.optional().meta({
		description: 'The job in one sentence.',
		examples: ['When I am late, I want to start the engine fast, so that I arrive in time.'],
	}),
	grade: z
		.enum(['A', 'B', 'C', 'D', 'F'])
		.optional()
		.describe('How well the product does the job, from A to F. Leave it out when not graded.'),
	confidence: z
		.enum(['Researched', 'Heuristic'])
		.optional()
		.describe('What the grade is based on.'),
	source: WebUrl.optional().meta({
		description: 'The issue with the research.',
		examples: ['https://gitlab.com/group/project/-/issues/12'],
	}),
};

const Job = z.strictObject({
	title: Line.meta({ description: 'The heading of the job.', examples: ['Driving to work'] }),
	...jobFields,
	children: z
		.array(z.strictObject(jobFields))
		.default([])
		.describe('The smaller jobs that make up this one.'),
});
export type Job = z.output<typeof Job>;

const StoryGroup = z.strictObject({
	title: Line.meta({ description: 'The heading of the group.', examples: ['Starting'] }),
	job: Slug.meta({
		description: 'The slug of the job that the stories belong to.',
		examples: ['start-the-engine'],
	}),
	stories: z
		.array(
			z.strictObject({
				persona: Line.meta({ description: 'Who has the need.', examples: ['Dana (Driver)'] }),
				situation: Line.meta({ description: 'The situation.', examples: ['is late'] }),
				need: Line.meta({
					description: 'What they need, from "to" on.',
					examples: ['to start fast'],
				}),
				outcome: Line.meta({
					description: 'What it leads to, from "so" on.',
					examples: ['so that I arrive in time'],
				}),
			}),
		)
		.min(1)
		.describe('The user stories.'),
});

export const Jobs = z
	.strictObject({
		asOf: Month.describe('When statements and grades were copied from their source.'),
		jobs: z.array(Job).describe('The jobs to be done, with the smaller jobs that they consist of.'),
		storyGroups: z
			.array(StoryGroup)
			.default([])
			.describe('User stories, each group for one part of a job.'),
	})
	.superRefine(({ jobs, storyGroups }, context) => {
		const report = reporterOf(context);
		const all = jobs.flatMap(({ slug, children }, index) => [
			{ slug, path: ['jobs', index] },
			...children.map((child, at) => ({ ...child, path: ['jobs', index, 'children', at] })),
		]);
		for (const { entry, key } of findDoubles(all, ({ slug }) => slug)) {
			const message = `Duplicate slug: "${key}" names another job already. Expected each slug once`;
			report([...entry.path, 'slug'], message);
		}
		const slugs = new Set(all.map(({ slug }) => slug));
		storyGroups.forEach(({ job }, index) => {
			if (slugs.has(job)) return;
			const message = `Unknown job "${job}": expected one of ${quoted([...slugs])}`;
			report(['storyGroups', index, 'job'], message);
		});
	})
	.describe('Jobs to be done, and the user stories that belong to them.');
export type Jobs = z.output<typeof Jobs>;
