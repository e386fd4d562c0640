import { unified, type RehypePlugins } from '@astrojs/markdown-remark';

/** Renders Markdown as the site does, with these plugins. */
export async function render(markdown: string, rehypePlugins: RehypePlugins): Promise<string> {
	const processor = await unified({ rehypePlugins }).createRenderer({});
	return (await processor.render(markdown)).code;
}
