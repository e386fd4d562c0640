/** A node of a Markdown tree, as far as plugins look at it; MDX and directives add kinds of their own. */
export interface TreeNode {
	type: string;
	value?: unknown;
	children?: TreeNode[];
	/** Of a directive, or of a tag in MDX. */
	name?: string | null | undefined;
	attributes?: unknown;
	data?: object | undefined;
	position?: { start: { offset?: number | undefined } } | undefined;
	url?: string | null | undefined;
	title?: string | null | undefined;
}

export function textNode(value: string): TreeNode {
	return { type: 'text', value };
}

/** Joins adjacent texts: a reference may reach from one into the next. */
export function mergeTexts(nodes: readonly TreeNode[]): TreeNode[] {
	const merged: TreeNode[] = [];
	for (const node of nodes) {
		const last = merged.at(-1);
		if (last && isText(last) && isText(node)) {
			merged.splice(-1, 1, textNode(last.value + node.value));
		} else merged.push(node);
	}
	return merged;
}

export function isText(node: TreeNode): node is TreeNode & { value: string } {
	return node.type === 'text' && typeof node.value === 'string';
}

/** The last character that a node shows. Empty: it shows none. */
export function lastCharacter(node: TreeNode | undefined): string {
	if (!node || node.type === 'html') return '';
	if (typeof node.value === 'string') return node.value.slice(-1);
	return lastCharacter(node.children?.at(-1));
}
