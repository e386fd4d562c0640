import { i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageSchema } from '#page-schema.ts';

export const collections = {
	docs: defineCollection({
		loader: glob({ base: './content/handbook', pattern: '**/[^_]*.{md,mdx}' }),
		schema: pageSchema,
	}),

	// Starlight looks for this collection in every render, and warns when it is empty.
	i18n: defineCollection({
		loader: () => [{ id: 'en', 'page.editLink': 'Edit this page' }],
		schema: i18nSchema(),
	}),
};
