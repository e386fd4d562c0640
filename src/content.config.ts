import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'zod';
import { packPlans, type PackedPlans } from '#core/plan/changes/pack-plans.ts';
import { Page } from '#model/page.ts';
import { callsHistory, checksHistory, planHistory } from '#store/history.ts';
import { historyLoader, packedHistoryLoader } from '#store/history-loader.ts';
import {
	apiLoader,
	checkRulesLoader,
	jobsLoader,
	planLoader,
	redirectsLoader,
	registryLoader,
	rosterLoader,
} from '#store/registry-loader.ts';
import { aboutLoader, snapshotLoader } from '#store/snapshot-loader.ts';

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
	checkRules: defineCollection({ loader: checkRulesLoader() }),
	plan: defineCollection({ loader: planLoader() }),
	jobs: defineCollection({ loader: jobsLoader() }),
	api: defineCollection({ loader: apiLoader() }),
	declaredRosters: defineCollection({ loader: rosterLoader() }),
	movedPages: defineCollection({ loader: redirectsLoader() }),

	// What GitLab answered.
	about: defineCollection({ loader: aboutLoader() }),
	projects: defineCollection({ loader: snapshotLoader('projects') }),
	consumers: defineCollection({ loader: snapshotLoader('consumers') }),
	evidence: defineCollection({ loader: snapshotLoader('evidence') }),
	libraries: defineCollection({ loader: snapshotLoader('libraries') }),
	surface: defineCollection({ loader: snapshotLoader('surface') }),
	groupProjects: defineCollection({ loader: snapshotLoader('group-projects') }),
	access: defineCollection({ loader: snapshotLoader('access') }),
	milestones: defineCollection({ loader: snapshotLoader('milestones') }),
	issues: defineCollection({ loader: snapshotLoader('issues') }),
	formerIssues: defineCollection({ loader: snapshotLoader('former-issues') }),
	candidates: defineCollection({ loader: snapshotLoader('candidates') }),
	planningIssues: defineCollection({ loader: snapshotLoader('planning-issues') }),
	groups: defineCollection({ loader: snapshotLoader('groups') }),
	members: defineCollection({ loader: snapshotLoader('members') }),

	// What the company's list of people answered.
	team: defineCollection({ loader: snapshotLoader('team') }),

	// What was kept of earlier days.
	checkHistory: defineCollection({ loader: historyLoader(checksHistory) }),
	planHistory: defineCollection({
		loader: packedHistoryLoader(planHistory, packPlans),
		schema: z.object({ packed: z.custom<PackedPlans>() }),
	}),
	callHistory: defineCollection({ loader: historyLoader(callsHistory) }),
};
