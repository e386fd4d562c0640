import { mergeTexts, textNode, type TreeNode } from './tree.ts';

/**
 * Gives back the tildes that were taken for a strikethrough of one tilde each side, as in
 * `~"type::bug"/~"type::feature"`. GitLab strikes out what stands between two tildes each side,
 * and a single one begins a label; the parser that Astro sets up takes both and has no option.
 */
export function restoreSingleTildes(parent: TreeNode): void {
	if (!parent.children) return;
	const restored = parent.children.flatMap((child) => {
		const single = isSingleTilde(child);
		restoreSingleTildes(child);
		return single ? [textNode('~'), ...(child.children ?? []), textNode('~')] : [child];
	});
	if (restored.length > parent.children.length) parent.children = mergeTexts(restored);
}

function isSingleTilde({ type, position, children }: TreeNode): boolean {
	const outside = position?.start.offset;
	const inside = children?.[0]?.position?.start.offset;
	if (type !== 'delete' || outside === undefined || inside === undefined) return false;
	return inside - outside === 1;
}
