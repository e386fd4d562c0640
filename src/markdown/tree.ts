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

/** Of a tag or a component that authors of MDX write, to be changed where they are. */
export function attributesOf(node: object): { name: unknown; value: unknown }[] {
	const attributes: unknown = 'attributes' in node ? node.attributes : undefined;
	return Array.isArray(attributes) ? attributes.filter(isAttribute) : [];
}

function isAttribute(value: unknown): value is { name: unknown; value: unknown } {
	return isObject(value) && 'name' in value && 'value' in value;
}

/**
 * Where a part of Markdown, or of code in it, begins, counted from 1.
 *
 * @param otherwise What stands for the line of a part that does not say it.
 */
export function lineOf(part: object, otherwise = 1): number {
	const place = 'position' in part ? part.position : 'loc' in part ? part.loc : undefined;
	if (!isObject(place) || !('start' in place) || !isObject(place.start)) return otherwise;
	const { start } = place;
	return 'line' in start && typeof start.line === 'number' ? start.line : otherwise;
}

export function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
