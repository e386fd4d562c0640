import type { RehypePlugin } from '@astrojs/markdown-remark';
import type { Root } from 'hast';

type HastNode = Root | Root['children'][number];

/**
 * Gives links of prose what is known of their targets, for a script to show: nothing is asked of a server
 * then. Comes before the addresses get the path under which the site is served.
 */
export const rehypeLinkPreviews: RehypePlugin<[{ previews: ReadonlyMap<string, string> }]> =
	({ previews }) =>
	(tree: Root) => {
		addPreviews(tree, previews);
	};

function addPreviews(node: HastNode, previews: ReadonlyMap<string, string>): void {
	if (node.type === 'element' && node.tagName === 'a') {
		const preview = previews.get(String(node.properties.href));
		if (preview !== undefined) node.properties.dataPreview = preview;
	}
	if ('children' in node) for (const child of node.children) addPreviews(child, previews);
}
