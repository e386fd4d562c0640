import type { RemarkPlugin } from '@astrojs/markdown-remark';
import { findTarget, type ReferencePlaces } from '#core/publish/reference-targets.ts';
import { parseReferences, parseScopedLabel, type Token } from '#core/base/references.ts';
import { isText, lastCharacter, mergeTexts, textNode, type TreeNode } from './tree.ts';

/**
 * Makes links of GitLab's references in prose: `~"team::engine"`, `#12`, `%19.7`, `@ada`.
 *
 * Code and links stay as they are. A label becomes a pill, of two parts when it is scoped; its text
 * stays whole, so that headings keep their ids and a copied label its colons.
 */
export const remarkGitlabReferences: RemarkPlugin<[ReferencePlaces]> = (places) => (tree) => {
	restoreSingleTildes(tree);
	linkReferences(tree, places);
};

function linkReferences(parent: TreeNode, places: ReferencePlaces): void {
	if (!parent.children || isLeftAlone(parent)) return;
	const children = mergeTexts(parent.children.map(toTextIfGlued));
	let openTags = 0;
	parent.children = children.flatMap((child, index) => {
		openTags = Math.max(0, openTags + countTag(child));
		if (openTags > 0) return child;
		if (!isText(child)) {
			linkReferences(child, places);
			return child;
		}
		const tokens = parseReferences(child.value, lastCharacter(children[index - 1]));
		return tokens.some(({ kind }) => kind !== 'text')
			? tokens.map((token) => toNode(token, places))
			: child;
	});
}

/** Tags whose text is code, or a link or control already: no link may be inside. */
const tagsLeftAlone =
	'a|button|code|kbd|LinkButton|option|pre|samp|script|style|summary|textarea|title';
const openingTag = new RegExp(`^<(${tagsLeftAlone})\\b[^>]*(?<!/)>$`, 'i');
const closingTag = new RegExp(`^</(${tagsLeftAlone})\\s*>$`, 'i');
const nameLeftAlone = new RegExp(`^(${tagsLeftAlone})$`);

function isLeftAlone({ type, name, data }: TreeNode): boolean {
	if (type === 'link' || type === 'linkReference') return true;
	// Starlight hides an aside's title from screen readers: a link there could not be announced.
	if (data && 'directiveLabel' in data) return true;
	return type.startsWith('mdxJsx') && nameLeftAlone.test(name ?? '');
}

/** In Markdown, unlike MDX, a tag and its text are siblings. */
function countTag({ type, value }: TreeNode): number {
	if (type !== 'html' || typeof value !== 'string') return 0;
	if (openingTag.test(value)) return 1;
	return closingTag.test(value) ? -1 : 0;
}

/** `a:b` is read as text and a directive `:b`, which Starlight turns back, but only later. */
function toTextIfGlued(node: TreeNode, index: number, siblings: readonly TreeNode[]): TreeNode {
	const { type, name, children = [], attributes, data } = node;
	if (type !== 'textDirective' || !name || data !== undefined || children.length > 0) return node;
	const isBare = typeof attributes !== 'object' || Object.keys(attributes ?? {}).length === 0;
	return isBare && /\w/.test(lastCharacter(siblings[index - 1])) ? textNode(`:${name}`) : node;
}

function toNode(token: Token, places: ReferencePlaces): TreeNode {
	if (token.kind === 'text') return textNode(token.text);
	const link = { type: 'link', ...findTarget(token, places) };
	if (token.kind !== 'label') return { ...link, children: [textNode(token.shown)] };
	const data = { hProperties: { className: ['label-pill'] } };
	return { ...link, data, children: toPill(token.shown) };
}

function toPill(label: string): TreeNode[] {
	const scoped = parseScopedLabel(label);
	if (!scoped) return [span('label-value', label)];
	return [
		span('label-scope', scoped.scope),
		span('visually-hidden', '::'),
		span('label-value', scoped.value),
	];
}

function span(className: string, text: string): TreeNode {
	return {
		type: 'emphasis',
		data: { hName: 'span', hProperties: { className: [className] } },
		children: [textNode(text)],
	};
}

/**
 * Gives back the tildes that were taken for a strikethrough of one tilde each side, as in
 * `~"type::bug"/~"type::feature"`. GitLab strikes out what is between two tildes each side,
 * and a single one begins a label; the parser that Astro sets up takes both and has no option.
 */
function restoreSingleTildes(parent: TreeNode): void {
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
