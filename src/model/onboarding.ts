import { z } from 'zod';
import { GroupPath, ProjectPath, WebUrl } from './identifiers.ts';
import { SitePage } from './redirects.ts';
import { findDoubles, idOf, reporterOf } from './refinement.ts';
import { Line, Slug } from './text.ts';

/** By when a step is done, the earliest first. */
export const stepTimes = ['day-1', 'week-1', 'month-1'] as const;
export type StepTime = (typeof stepTimes)[number];

const label = Line.meta({ title: 'label', examples: ['good first issue'] });

/** Where a step leads. Exactly one of its keys is there. */
export const StepTarget = z
	.strictObject({
		project: ProjectPath.optional().describe(
			'A project on GitLab. Whether it has moved is checked when it is in projects.yaml.',
		),
		page: SitePage.optional().meta({
			description: 'A page of this handbook.',
			examples: ['/onboarding/access/'],
		}),
		link: WebUrl.optional().meta({
			description: 'An address elsewhere.',
			examples: ['https://docs.example.com/engine/'],
		}),
		group: GroupPath.optional().describe('A group on GitLab.'),
		channel: Slug.optional().meta({
			description: 'Id of one of the channels in contact.yaml.',
			examples: ['engine-help'],
		}),
		label: label.optional().describe('A label of the group in site.yaml: its open issues.'),
	})
	.superRefine((target, context) => {
		const keys = Object.values(target).filter((value) => value !== undefined);
		if (keys.length === 1) return;
		const expected = 'expected one of project, page, link, group, channel and label';
		const mistake = keys.length === 0 ? 'Missing target' : 'Several targets';
		reporterOf(context)([], `${mistake}: ${expected}`);
	});
export type StepTarget = z.output<typeof StepTarget>;

const OnboardingStep = z.strictObject({
	id: Slug.meta({
		description: "Its anchor, and by which a reader's browser remembers it.",
		examples: ['join-the-channel'],
	}),
	title: Line.meta({ description: 'What to do.', examples: ['Join our channel'] }),
	why: Line.meta({
		description: 'Why, in a sentence. Backticks make code.',
		examples: ["It's where we answer each other."],
	}),
	grants: Line.optional().meta({
		description: "Who grants it: a role or a group, never a person's name.",
		examples: ['engineering manager'],
	}),
	target: StepTarget.describe('Where to do it.'),
	roles: z
		.array(Line.meta({ title: 'role', examples: ['engineer'] }))
		.default([])
		.describe('The roles that it is for. Without any, it is for everyone.'),
	when: z.enum(stepTimes).describe('By when to do it.'),
});
export type OnboardingStep = z.output<typeof OnboardingStep>;

export const Onboarding = z
	.strictObject({
		steps: z.array(OnboardingStep).min(1).describe('What a new member does, in order.'),
		goodFirstIssues: z
			.strictObject({
				labels: z.array(label).min(1).describe('Labels of issues for newcomers, on GitLab.'),
				note: Line.optional().meta({
					description: 'Anything else readers should know about them.',
					examples: ['Ask before you start: the label is new.'],
				}),
			})
			.optional()
			.describe('Which open issues of our projects suit newcomers.'),
	})
	.superRefine(({ steps }, context) => {
		const report = reporterOf(context);
		for (const { index, key } of findDoubles(steps, idOf))
			report(['steps', index, 'id'], `Duplicate id: "${key}". Expected each step once`);
	})
	.describe('What new members do, and which issues suit them.');
export type Onboarding = z.output<typeof Onboarding>;
