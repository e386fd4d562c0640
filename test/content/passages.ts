import type { Element, ElementContent } from 'hast';
import { allIn, attributeOf, textOf, type Page } from '../site/page.ts';

/** Words that belong together, and where the links among them lead. */
export interface Passage {
	text: string;
	/** Decoded, since `::` and `%3A%3A` lead to one place. */
	links: readonly string[];
}

interface Heading {
	level: number;
	/** With the headings above it: `Projects > Helper projects > Release`. */
	path: string;
}

interface PlacedPassage extends Passage {
	headings: readonly Heading[];
	/** Is text, and lies in no other passage. */
	outermost: boolean;
}

const passageTags = new Set(['p', 'li', 'tr', 'aside', 'section', 'dl']);
const headingTag = /^h([1-6])$/;

/** The level of a heading, or of the row that heads a part of a table. `null`: it is neither. */
function levelOf(node: Element): number | null {
	if (node.tagName === 'th' && node.properties.scope === 'rowgroup') return 2;
	const [, level] = headingTag.exec(node.tagName) ?? [];
	return level === undefined ? null : Number(level);
}

/** The text of a page without the site around it. */
export function writtenPart(page: Page): Element {
	return page.first('main .sl-markdown-content');
}

export function toPassage(element: Element): Passage {
	const links = allIn(element, 'a').map((link) => attributeOf(link, 'href') ?? '');
	return { text: textOf(element), links: links.map(decodeURIComponent) };
}

/** Each heading, paragraph, list item, table row, aside and card, also those within another. */
export function findPassages(page: Page): Passage[] {
	const title = page.first('main h1');
	return [toPassage(title), ...passagesOf(page)];
}

/** Many facts are looked for on one page. */
const known = new WeakMap<Page, PlacedPassage[]>();

function passagesOf(page: Page): PlacedPassage[] {
	const passages = known.get(page) ?? placePassages(page);
	known.set(page, passages);
	return passages;
}

/** All below each heading with these words, up to the next heading of its rank. */
export function findSections(page: Page, words: string): Passage[] {
	const outermost = passagesOf(page).filter((passage) => passage.outermost);
	const headings = new Set(outermost.flatMap((passage) => passage.headings));
	return [...headings]
		.filter(({ path }) => path.toLowerCase().includes(words.toLowerCase()))
		.map((heading) => {
			const parts = outermost.filter((passage) => passage.headings.includes(heading));
			return {
				text: [heading.path, ...parts.map(({ text }) => text)].join(' '),
				links: parts.flatMap(({ links }) => links),
			};
		});
}

function placePassages(page: Page): PlacedPassage[] {
	const placed: PlacedPassage[] = [];
	let headings: readonly Heading[] = [];

	function enter(heading: Element, level: number): void {
		const above = headings.filter((one) => one.level < level);
		// A row says group and category at once: `Helper projects: Release`.
		const words = textOf(heading).replace(': ', ' > ');
		const path = [above.at(-1)?.path, words].filter(Boolean).join(' > ');
		headings = [...above, { level, path }];
		placed.push({ ...toPassage(heading), headings, outermost: false });
	}

	function visit(nodes: readonly ElementContent[], outermost: boolean): void {
		for (const node of nodes) {
			if (node.type !== 'element') continue;
			const level = levelOf(node);
			if (level !== null) enter(node, level);
			else {
				const isPassage = passageTags.has(node.tagName);
				if (isPassage) placed.push({ ...toPassage(node), headings, outermost });
				visit(node.children, outermost && !isPassage);
			}
		}
	}

	visit(writtenPart(page).children, true);
	return placed;
}
