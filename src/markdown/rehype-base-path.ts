import type { RehypePlugin } from '@astrojs/markdown-remark';
import type { Root } from 'hast';

type HastNode = Root | Root['children'][number];

/**
 * Prefixes what pages of the handbook link to with the path under which the site is served.
 *
 * In Markdown and MDX, write addresses of this site from the root, with a slash at the end:
 * `[projects](/projects/)`, `<LinkCard href="/roadmap/" />`, `![](/diagram.svg)`. Every literal
 * `href` or `src` that begins with one slash is prefixed, on elements and on components alike, so a
 * component that takes an `href` uses it as it comes. Components that build an address themselves
 * use `href()` of `src/href.ts`.
 */
export const rehypeBasePath: RehypePlugin<[{ base: string }]> =
	({ base }) =>
	(tree: Root) => {
		const path = base.replace(/\/$/, '');
		if (path !== '') prefix(tree, path);
	};

function prefix(node: HastNode, base: string): void {
	if (node.type === 'element') {
		for (const key of ['href', 'src']) {
			const value = node.properties[key];
			if (isFromRoot(value)) node.properties[key] = base + value;
		}
	}
	if ('attributes' in node && Array.isArray(node.attributes)) {
		prefixAttributes(node.attributes, base);
	}
	if ('children' in node) for (const child of node.children) prefix(child, base);
}

/** Elements and components that MDX authors write as tags. */
function prefixAttributes(attributes: readonly unknown[], base: string): void {
	for (const attribute of attributes) {
		if (typeof attribute !== 'object' || attribute === null) continue;
		if (!('name' in attribute) || !('value' in attribute)) continue;
		if (attribute.name !== 'href' && attribute.name !== 'src') continue;
		if (isFromRoot(attribute.value)) attribute.value = base + attribute.value;
	}
}

/** `//host/path` is another host. */
function isFromRoot(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');
}
