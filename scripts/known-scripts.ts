import type { AstroIntegration, ViteUserConfig } from 'astro';

/** The scripts that pages of a build may hold. */
export interface KnownScripts {
	/** Texts of those that are written into a page. */
	texts: Set<string>;
	/** Where the addresses of all others begin: `/handbook/_astro/`. */
	folder: string;
}

/** `<script is:inline>` of a component: Astro writes its text into pages as it is. */
const written = /<script\b[^>]*\sis:inline\b[^>]*>([^]*?)<\/script>/g;

/**
 * Notes the scripts that a build may write into pages: those that its components hold word for word,
 * and those that the bundler makes. Pages in MDX are no components, and neither are data.
 *
 * @param known Is filled while the site is built.
 */
export function noteKnownScripts(known: KnownScripts): AstroIntegration {
	return {
		name: 'note-known-scripts',
		hooks: {
			'astro:config:setup': ({ updateConfig }) => {
				updateConfig({ vite: toViteConfig(known) });
			},
			'astro:config:done': ({ config: { base, build } }) => {
				known.folder = `${base.replace(/\/$/, '')}/${build.assets}/`;
			},
		},
	};
}

function toViteConfig({ texts }: KnownScripts): ViteUserConfig {
	return {
		plugins: [
			{
				name: 'note-known-scripts',
				transform: {
					// Before Astro makes JavaScript of the component.
					order: 'pre',
					filter: { id: /\.astro$/ },
					handler(source) {
						for (const [, text = ''] of source.matchAll(written)) texts.add(text);
					},
				},
				generateBundle: {
					// Before Astro takes those away that it writes into pages.
					order: 'pre',
					handler(_, bundle) {
						if (this.environment.name !== 'client') return;
						for (const file of Object.values(bundle)) {
							if (file.type === 'chunk') texts.add(file.code.trim());
						}
					},
				},
			},
		],
	};
}
