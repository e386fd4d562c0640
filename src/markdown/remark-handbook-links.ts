import type { RemarkPlugin } from '@astrojs/markdown-remark';
import type { TreeNode } from './tree.ts';

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
	(tree) => {
		if (companyHandbook !== undefined) lead(tree, companyHandbook.replace(/\/+$/, ''));
	};

function lead(node: TreeNode, origin: string): void {
	if (isOfHandbook(node.url)) node.url = origin + node.url;
	if (Array.isArray(node.attributes)) leadAttributes(node.attributes, origin);
	for (const child of node.children ?? []) lead(child, origin);
}

/** Tags and components that MDX authors write. */
function leadAttributes(attributes: readonly unknown[], origin: string): void {
	for (const attribute of attributes) {
		if (typeof attribute !== 'object' || attribute === null) continue;
		if (!('name' in attribute) || !('value' in attribute) || attribute.name !== 'href') continue;
		if (isOfHandbook(attribute.value)) attribute.value = origin + attribute.value;
	}
}

/** Whether an address begins with `/handbook/`. */
export function isOfHandbook(address: unknown): address is string {
	return typeof address === 'string' && /^\/handbook(?![^/?#])/.test(address);
}
