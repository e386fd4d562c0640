import type { RehypePlugin } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { attributesOf } from './tree.ts';

const addresses = ['href', 'src', 'poster'];

/**
 * Prefixes what pages of the handbook link to with the path under which the site is served.
 *
 * In Markdown and MDX, write addresses of this site from the root, with a slash at the end:
 * `[projects](/projects/)`, `<LinkCard href="/roadmap/" />`, `![](/diagram.svg)`. Every literal
 * `href`, `src` or `poster` that begins with one slash is prefixed, on elements and on components alike, so a
 * component that takes an `href` uses it as it comes. Components that build an address themselves
 * use `href()` of `src/href.ts`.
 */
export const rehypeBasePath: RehypePlugin<[{ base: string }]> =
	({ base }) =>
	(tree: Root) => {
		const path = base.replace(/\/$/, '');
		if (path === '') return;
		visit(tree, (node) => {
			if (node.type === 'element') {
				for (const key of addresses) {
					const value = node.properties[key];
					if (isFromRoot(value)) node.properties[key] = path + value;
				}
			}
			for (const attribute of attributesOf(node)) {
				const { name, value } = attribute;
				if (addresses.includes(String(name)) && isFromRoot(value)) attribute.value = path + value;
			}
		});
	};

/** `//host/path` is another host. */
function isFromRoot(value: unknown): value is string {
	return typeof value === 'string' && value.startsWith('/') && !value.startsWith('//');
}
