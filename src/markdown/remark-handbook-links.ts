import type { RemarkPlugin } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { attributesOf } from './tree.ts';

interface Options {
	/** Address of the company's handbook. Without one, `/handbook/` is a page of this site. */
	companyHandbook?: string | undefined;
}

/**
 * Leads links to `/handbook/...` to the company's handbook: `[x](/handbook/values/#results)`,
 * `[x]: /handbook/values/` and, in MDX, the `href` of tags and components. Query and fragment stay.
 *
 * It runs before the base path is put in front of this site's own addresses.
 */
export const remarkHandbookLinks: RemarkPlugin<[Options]> =
	({ companyHandbook }) =>
	(tree: Root) => {
		if (companyHandbook === undefined) return;
		const origin = companyHandbook.replace(/\/+$/, '');
		visit(tree, (node) => {
			if ('url' in node && isOfHandbook(node.url)) node.url = origin + node.url;
			for (const attribute of attributesOf(node)) {
				const { name, value } = attribute;
				if (name === 'href' && isOfHandbook(value)) attribute.value = origin + value;
			}
		});
	};

/** Whether an address begins with `/handbook/`. */
export function isOfHandbook(address: unknown): address is string {
	return typeof address === 'string' && /^\/handbook(?![^/?#])/.test(address);
}
