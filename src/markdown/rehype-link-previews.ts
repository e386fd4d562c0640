import type { RehypePlugin } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Gives links of prose what is known of their targets, for a script to show: nothing is asked of a server
 * then. Comes before the addresses get the path under which the site is served.
 */
export const rehypeLinkPreviews: RehypePlugin<[{ previews: ReadonlyMap<string, string> }]> =
	({ previews }) =>
	(tree: Root) => {
		visit(tree, 'element', ({ tagName, properties }) => {
			const preview = tagName === 'a' ? previews.get(String(properties.href)) : undefined;
			if (preview !== undefined) properties.dataPreview = preview;
		});
	};
