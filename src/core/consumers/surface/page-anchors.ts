import { remark } from 'remark';
import { compareText } from '#model/order.ts';

type Node = ReturnType<ReturnType<typeof remark>['parse']>;
type Part = Node | Node['children'][number];

/** The anchors that the headings of a page of Markdown have where it is published. Sorted. */
export function findPageAnchors(markdown: string): string[] {
	const counts = new Map<string, number>();
	const anchors = findHeadings(remark().parse(markdown)).map((heading) => {
		const anchor = toAnchor(heading);
		const before = counts.get(anchor) ?? 0;
		counts.set(anchor, before + 1);
		return before === 0 ? anchor : `${anchor}-${String(before)}`;
	});
	return anchors.filter((anchor) => anchor !== '').toSorted(compareText);
}

function findHeadings(node: Part): string[] {
	if (node.type === 'heading') return [readText(node)];
	return 'children' in node ? node.children.flatMap(findHeadings) : [];
}

function readText(node: { value?: unknown; children?: readonly object[] }): string {
	if (typeof node.value === 'string') return node.value;
	return (node.children ?? []).map(readText).join('');
}

/** `Retrieve issue's details` → `retrieve-issues-details`; `Details {#own}` → `own`. */
function toAnchor(heading: string): string {
	const [, own] = /\{#([\w-]+)\}\s*$/.exec(heading) ?? [];
	if (own !== undefined) return own;
	const words = heading.trim().toLowerCase();
	return words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
}
