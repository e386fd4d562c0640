import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { refuseOddPath } from './src/checkout-path.ts';
import { feedAddresses, findFeeds } from './src/core/publish/feeds/addresses.ts';
import { offlinePage } from './src/core/publish/offline.ts';
import { toPreviews } from './src/core/publish/previews.ts';
import { toReferencePlaces } from './src/core/publish/reference-targets.ts';
import { addressOf } from './src/core/publish/pages/addresses.ts';
import { readRenderEnvironment } from './src/environment.ts';
import { markdownGrammar, nameGrammars } from './src/markdown/markdown-grammar.ts';
import { readTerms } from './src/markdown/read-terms.ts';
import { rehypeBasePath } from './src/markdown/rehype-base-path.ts';
import { rehypeLinkPreviews } from './src/markdown/rehype-link-previews.ts';
import { rehypeTaskListNames } from './src/markdown/rehype-task-list-names.ts';
import { remarkGitlabReferences } from './src/markdown/remark-gitlab-references.ts';
import { remarkHandbookLinks } from './src/markdown/remark-handbook-links.ts';
import { remarkShallow } from './src/markdown/remark-shallow.ts';
import { remarkSmartPunctuation } from './src/markdown/remark-smart-punctuation.ts';
import { readPageFiles } from './src/store/page-files.ts';
import { readSiteData } from './src/store/site-data.ts';
import { watchSiteData } from './src/watch-site-data.ts';

const { SITE_URL, BASE_PATH } = readRenderEnvironment(process.env);
const root = process.cwd();
refuseOddPath(root);
const { registry, snapshot } = await readSiteData(root);
const { site } = registry;
const places = toReferencePlaces(registry, snapshot.rows);
const pages = await readPageFiles(root);
const terms = pages.flatMap((page) =>
	[...readTerms(page.text)].map(([id, meaning]) => [`/${addressOf(page)}/#${id}`, meaning]),
);
const previews = new Map([...toPreviews(registry, snapshot, places), ...terms]);
const oldAddresses = [
	...registry.redirects.flatMap(({ from }) => from),
	...registry.projects.flatMap(({ earlierPaths }) =>
		earlierPaths.map((old) => `/projects/${old}/`),
	),
];
const unlistedPages = new Set(
	[...oldAddresses, `/${offlinePage}/`].map((path) => BASE_PATH.replace(/\/$/, '') + path),
);

/**
 * While the site is developed: the components in all their states, and for addresses without a page the handbook's
 * own, which is loaded anew as soon as there is one. A rendered site has neither of these routes.
 */
const developedPages = {
	name: 'developed-pages',
	hooks: {
		'astro:config:setup': ({ command, injectRoute }) => {
			if (command !== 'dev') return;
			const missing = '@astrojs/starlight/routes/static/404.astro';
			injectRoute({ pattern: '/kit', entrypoint: './src/pages/_Kit.astro' });
			injectRoute({ pattern: '/404', entrypoint: missing });
		},
	},
};

/** Astro readies the packages of its toolbar in each build, which has no toolbar, too. */
const noToolbar = {
	name: 'no-toolbar',
	hooks: {
		'astro:config:setup': ({ command, updateConfig }) => {
			if (command === 'dev') return;
			const plugin = {
				name: 'no-toolbar',
				configResolved({ environments: { client } }) {
					client.optimizeDeps.include = [];
				},
			};
			updateConfig({ vite: { plugins: [plugin] } });
		},
	},
};

/**
 * What is loaded later has no styles and no other files beside it: Vite's code to load those first would be on
 * each page.
 */
const plainImports = {
	name: 'plain-imports',
	enforce: 'pre',
	load: (id) =>
		id === '\0vite/preload-helper.js'
			? 'export const __vitePreload = (load) => load();'
			: undefined,
};

/**
 * What reads the checkout is this process's own, which has read it for these settings: as a part of the bundle it
 * would be another one, and read all once more.
 */
const sharedReads = {
	name: 'shared-reads',
	apply: 'build',
	enforce: 'pre',
	resolveId: {
		filter: { id: /^#(store\/.*|site\.ts)$/ },
		handler(id) {
			if (this.environment.name === 'client') return;
			return { id: new URL(`./src/${id.slice(1)}`, import.meta.url).href, external: true };
		},
	},
};

/**
 * As it is: what `defineConfig` comes from brings along what makes pictures smaller, a hundred modules.
 *
 * @type {import('astro').AstroUserConfig}
 */
export default {
	...(SITE_URL && { site: SITE_URL }),
	base: BASE_PATH,
	// Beside node_modules, which a checkout may share with others.
	cacheDir: './.astro/cache',
	// A folder with an index.html for each page, and 404.html: what GitLab Pages serves without any
	// settings. `trailingSlash: 'always'` would make a folder of the 404 page, too. While one page is
	// written and searched, others are rendered.
	build: { format: 'directory', concurrency: 4 },
	// The default removes spaces between words and links that stand on lines of their own.
	compressHTML: true,
	// A page that two files claim would otherwise be the one that was rendered last.
	prerenderConflictBehavior: 'error',
	// Readers' browsers ask for what their readers open, and for nothing else.
	prefetch: false,
	devToolbar: { enabled: false },
	markdown: {
		processor: unified({
			smartypants: false,
			remarkPlugins: [
				[remarkShallow, { root }],
				remarkSmartPunctuation,
				[remarkGitlabReferences, places],
				[remarkHandbookLinks, { companyHandbook: site.companyHandbook }],
			],
			rehypePlugins: [
				[rehypeLinkPreviews, { previews }],
				[rehypeBasePath, { base: BASE_PATH }],
				rehypeTaskListNames,
			],
		}),
	},
	integrations: [
		watchSiteData(root),
		developedPages,
		noToolbar,
		starlight({
			title: site.title,
			description: site.description,
			favicon: '/favicon.svg',
			head: findFeeds(registry)
				.filter((feed) => feed === 'changes')
				.map((feed) => ({
					tag: 'link',
					attrs: {
						rel: 'alternate',
						type: 'application/atom+xml',
						title: 'What has changed',
						href: BASE_PATH.replace(/\/$/, '') + feedAddresses[feed],
					},
				})),
			customCss: ['tokens', 'chrome', 'page-head', 'tones', 'kit', 'controls', 'rows', 'paper'].map(
				(name) => `./src/styles/${name}.css`,
			),
			logo: { src: './src/chrome/logo.svg', alt: '' },
			components: {
				PageTitle: './src/chrome/PageTitle.astro',
				Search: './src/chrome/Search.astro',
				Footer: './src/chrome/Footer.astro',
				ThemeProvider: './src/chrome/ThemeProvider.astro',
			},
			routeMiddleware: [
				'route-data',
				'current-list',
				'text-twin',
				'share-image',
				'short-sidebar',
			].map((name) => `./src/chrome/${name}.ts`),
			// The pages lie outside Starlight's own folder, so it must be told where they are.
			markdown: { processedDirs: ['./content/handbook/'] },
			sidebar: [
				{ label: 'Home', link: '/' },
				...site.sections.map(({ label, directory }) => ({
					label,
					collapsed: true,
					items: [
						{ autogenerate: { directory: `content/handbook/${directory}`, collapsed: true } },
					],
				})),
			],
			editLink: {
				baseUrl: `${site.instance.replace(/\/$/, '')}/${site.handbook.project}/-/edit/${site.handbook.branch}/`,
			},
			// content/handbook/404.mdx is a page like the others; Starlight's own would claim its place.
			disable404Route: true,
			expressiveCode: {
				shiki: { langs: markdownGrammar, langAlias: nameGrammars(pages.map(({ text }) => text)) },
			},
			// The search is made in scripts/search-index.ts, once, and of the pages that are in it.
			pagefind: false,
			lastUpdated: false,
		}),
		// Prose without components is kept as text: bundled as code, a page takes twice as much memory.
		mdx({ optimize: true }),
		// Starlight's own would list old addresses, too. Without an address of the site none can be
		// made, and Starlight would say so in every render.
		SITE_URL
			? sitemap({ filter: (page) => !unlistedPages.has(new URL(page).pathname) })
			: { name: '@astrojs/sitemap', hooks: {} },
	],
	vite: {
		// As above.
		cacheDir: './.astro/vite',
		// What a file .env of the checkout holds would be a page's to print.
		envDir: false,
		// Copied whole for each of thousands of pages, route data cost seconds, and garbage.
		resolve: { alias: { 'klona/lite': join(root, 'src/chrome/copy-route-data.ts') } },
		plugins: [plainImports, sharedReads],
		build: {
			// scripts/licences.ts completes it.
			license: { fileName: 'licences.txt' },
			rolldownOptions: {
				// MDX pages outside src carry directives that the bundler does not know, and each is 8 lines.
				onLog(level, log, handle) {
					if (log.code === 'MODULE_LEVEL_DIRECTIVE' && log.id?.includes('/content/handbook/'))
						return;
					handle(level, log);
				},
			},
		},
	},
};
