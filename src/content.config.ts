import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { Page } from '#model/page.ts';
import {
	aboutLoader,
	jobsLoader,
	planLoader,
	redirectsLoader,
	registryLoader,
	rosterLoader,
	snapshotLoader,
} from '#store/loader.ts';

export const collections = {
	docs: defineCollection({
		loader: glob({ base: './content/handbook', pattern: '**/[^_]*.{md,mdx}' }),
		schema: docsSchema({ extend: Page }),
	}),

	// Starlight looks for this collection in every render, and warns when it is empty.
	i18n: defineCollection({
		loader: () => [{ id: 'en', 'page.editLink': 'Edit this page' }],
		schema: i18nSchema(),
	}),

	// What the team declares.
	declaredProjects: defineCollection({ loader: registryLoader('projects') }),
	declaredConsumers: defineCollection({ loader: registryLoader('consumers') }),
	declaredGroups: defineCollection({ loader: registryLoader('people') }),
	plan: defineCollection({ loader: planLoader() }),
	jobs: defineCollection({ loader: jobsLoader() }),
	declaredRosters: defineCollection({ loader: rosterLoader() }),
	movedPages: defineCollection({ loader: redirectsLoader() }),

	// What GitLab answered.
	about: defineCollection({ loader: aboutLoader() }),
	projects: defineCollection({ loader: snapshotLoader('projects') }),
	consumers: defineCollection({ loader: snapshotLoader('consumers') }),
	milestones: defineCollection({ loader: snapshotLoader('milestones') }),
	issues: defineCollection({ loader: snapshotLoader('issues') }),
	planningIssues: defineCollection({ loader: snapshotLoader('planning-issues') }),
	groups: defineCollection({ loader: snapshotLoader('groups') }),
	members: defineCollection({ loader: snapshotLoader('members') }),

	// What the company's list of people answered.
	team: defineCollection({ loader: snapshotLoader('team') }),
};
