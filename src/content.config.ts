import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { Page } from '#model/page.ts';

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
};
