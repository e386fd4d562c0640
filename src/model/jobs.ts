import { z } from 'zod';
import { WebUrl } from './identifiers.ts';
import { Line, Slug } from './text.ts';

/** A year and a month: `2025-12`. */
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, {
	error: 'Invalid month: expected year and month, such as 2025-12',
});

const jobFields = {
	/** The job's anchor on pages, and what stories refer to. */
	slug: Slug,
	/** When ..., I want to ..., so that .... */
	statement: Line.optional(),
	/** How well the product does the job, from A to F. Left out: not graded. */
	grade: z.enum(['A', 'B', 'C', 'D', 'F']).optional(),
	/** What the grade rests on. */
	confidence: z.enum(['Researched', 'Heuristic']).optional(),
	/** The issue with the research. */
	source: WebUrl.optional(),
};

/** A job to be done: something that users want to get done, and the smaller jobs that it is made of. */
const Job = z.strictObject({
	title: Line,
	...jobFields,
	children: z.array(z.strictObject(jobFields)).default([]),
});
export type Job = z.output<typeof Job>;

/** Stories about one part of a job: as a persona who is in a situation, I need something, so that something follows. */
const StoryGroup = z.strictObject({
	title: Line,
	/** Slug of the job that the stories map back to. */
	job: Slug,
	stories: z
		.array(z.strictObject({ persona: Line, situation: Line, need: Line, outcome: Line }))
		.min(1),
});
export type StoryGroup = z.output<typeof StoryGroup>;

/** `jobs.yaml`: jobs to be done and the user stories that map back to them. */
export const Jobs = z
	.strictObject({
		/** The month in which statements and grades were taken from their source. */
		asOf: Month,
		jobs: z.array(Job),
		storyGroups: z.array(StoryGroup).default([]),
	})
	.superRefine(({ jobs, storyGroups }, context) => {
		const slugs = new Set<string>();
		const take = (slug: string, path: PropertyKey[]) => {
			if (slugs.has(slug)) {
				const message = `Doubled slug: "${slug}" names another job already. Expected each slug once`;
				context.addIssue({ code: 'custom', path, message });
			}
			slugs.add(slug);
		};
		jobs.forEach((job, index) => {
			take(job.slug, ['jobs', index, 'slug']);
			job.children.forEach((child, at) => {
				take(child.slug, ['jobs', index, 'children', at, 'slug']);
			});
		});
		storyGroups.forEach(({ job }, index) => {
			if (slugs.has(job)) return;
			const known = [...slugs].map((slug) => `"${slug}"`).join(', ');
			const message = `Unknown job "${job}": expected one of ${known}`;
			context.addIssue({ code: 'custom', path: ['storyGroups', index, 'job'], message });
		});
	});
export type Jobs = z.output<typeof Jobs>;
