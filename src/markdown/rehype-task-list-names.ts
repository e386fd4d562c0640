import type { RehypePlugin } from '@astrojs/markdown-remark';
import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Gives the checkbox of a task list item, `- [ ] Ask for access`, that item's text as its name.
 * Markdown writes the checkbox beside its text, where screen readers do not connect the two.
 */
export const rehypeTaskListNames: RehypePlugin = () => (tree: Root) => {
	visit(tree, 'element', (element) => {
		if (isTaskListItem(element)) nameCheckbox(element);
	});
};

function isTaskListItem({ tagName, properties }: Element): boolean {
	const classes = properties.className;
	return tagName === 'li' && Array.isArray(classes) && classes.includes('task-list-item');
}

/** The checkbox is the item's first child or, in a list with empty lines, its first paragraph's. */
function nameCheckbox(item: Element): void {
	const first = item.children.find((child) => child.type === 'element');
	const holder = first?.tagName === 'p' ? first : item;
	const checkbox = holder.children.find(
		(child) => child.type === 'element' && child.tagName === 'input',
	);
	if (checkbox?.type !== 'element') return;
	const name = holder.children.map(textOf).join('').replace(/\s+/g, ' ').trim();
	checkbox.properties.ariaLabel = name || 'Task';
}

/** Nested lists have checkboxes and names of their own. */
function textOf(node: ElementContent): string {
	if (node.type === 'text') return node.value;
	if (node.type !== 'element' || node.tagName === 'ul' || node.tagName === 'ol') return '';
	return node.children.map(textOf).join('');
}
