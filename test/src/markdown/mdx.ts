import { unified, type RemarkPlugin, type RemarkPlugins } from '@astrojs/markdown-remark';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Compiles MDX as the site does, with these plugins. The code is what the bundler is given. */
export async function compileMdx(mdx: string, remarkPlugins: RemarkPlugins): Promise<string> {
	const processor = unified({ remarkPlugins });
	const renderer = await processor.createMdxRenderer?.({}, { optimize: false });
	if (!renderer) throw new Error('Astro compiles MDX in another way now.');
	return (await renderer.process(mdx, '/page.mdx', {})).code;
}

/** The plugin that reads `:::note`, as Starlight brings it. */
export async function starlightDirectives(): Promise<RemarkPlugin> {
	const starlight = join(import.meta.dirname, '../../../node_modules/@astrojs/starlight/x.js');
	const file = createRequire(starlight).resolve('remark-directive');
	const plugin = (await import(pathToFileURL(file).href)) as { default: RemarkPlugin };
	return plugin.default;
}
