import { toText } from 'hast-util-to-text';
import type { Fact, Fragment } from './facts/fact.ts';
import { allIn, type Page } from '../site/page.ts';
import { findPassages, findSections, toPassage, type Passage, writtenPart } from './passages.ts';

type Wanted = Pick<Fact, 'says' | 'links'>;

/** What a page does not tell of a fact, in words. `undefined`: it tells all of it. */
export function findLoss(page: Page, fact: Fact): string | undefined {
	const { says = [], links = [], under, steps, code } = fact;
	const losses = [
		says.length + links.length > 0 ? lossIn(placesFor(page, under), fact) : undefined,
		steps && lossOfSteps(page, steps),
		code && lossOfCode(page, code),
	];
	return losses.find((loss) => loss !== undefined);
}

function placesFor(page: Page, under: string | undefined): Passage[] {
	return under === undefined ? findPassages(page) : findSections(page, under);
}

/** The passage that has most of what is wanted tells best what is gone. */
function lossIn(places: readonly Passage[], wanted: Wanted): string | undefined {
	const gaps = places.map((place) => ({ place, missing: missingIn(place, wanted) }));
	const [nearest] = gaps.toSorted((a, b) => a.missing.length - b.missing.length);
	if (!nearest) return 'its heading is gone';
	if (nearest.missing.length === 0) return undefined;
	const { text } = nearest.place;
	const place = text.length > 160 ? `${text.slice(0, 160)}…` : text;
	return `${nearest.missing.join(', ')} is gone; nearest: “${place}”`;
}

function missingIn({ text, links }: Passage, wanted: Wanted): string[] {
	const says = (wanted.says ?? []).filter((fragment) => !holds(text, fragment)).map(String);
	return [...says, ...(wanted.links ?? []).filter((link) => !links.includes(link))];
}

export function holds(text: string, fragment: Fragment): boolean {
	const plain = straighten(text);
	if (typeof fragment !== 'string') return new RegExp(fragment.source, 'iu').test(plain);
	const words = straighten(fragment).replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
	return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, 'iu').test(plain);
}

function straighten(text: string): string {
	return text.replaceAll('’', "'").replace(/\s+/g, ' ');
}

function lossOfSteps(page: Page, steps: readonly (readonly Fragment[])[]): string | undefined {
	const lists = allIn(writtenPart(page), 'ol').map((list) => allIn(list, ':scope > li'));
	const reached = lists.map((items) => {
		let done = 0;
		for (const item of items) {
			const { text } = toPassage(item);
			if (steps[done]?.every((fragment) => holds(text, fragment))) done++;
		}
		return done;
	});
	const most = Math.max(0, ...reached);
	if (most === steps.length) return undefined;
	return `step ${String(most + 1)} of ${String(steps.length)} (${String(steps[most])}) is gone`;
}

function lossOfCode(page: Page, code: readonly string[]): string | undefined {
	const blocks = allIn(writtenPart(page), 'pre').map((block) =>
		toText(block, { whitespace: 'pre' })
			.split('\n')
			.filter((line) => line.trim() !== '')
			.join('\n'),
	);
	return blocks.includes(code.join('\n')) ? undefined : 'no block of code has its lines';
}
