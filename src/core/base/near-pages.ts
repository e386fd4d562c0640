import leven from 'leven';

/** A page as the list of addresses has it. */
export interface NamedPage {
	/** From the root of the handbook, with slashes around: `/work/planning/`. */
	path: string;
	title: string;
}

/** More would be a list to read, and no answer. */
const mostPages = 3;

/**
 * The pages that somebody has probably meant by an address: a letter is wrong in it, the page is in another folder
 * now, or its title has the words. The nearest first.
 */
export function findNearPages(wanted: string, pages: readonly NamedPage[]): NamedPage[] {
	const path = withSlashes(wanted.toLowerCase());
	return pages
		.map((page) => ({ page, steps: stepsTo(path, page) }))
		.filter(({ steps }) => steps < Infinity)
		.toSorted((a, b) => a.steps - b.steps)
		.slice(0, mostPages)
		.map(({ page }) => page);
}

function stepsTo(wanted: string, { path: address, title }: NamedPage): number {
	const path = withSlashes(address.toLowerCase());
	const last = lastOf(wanted);
	const whole = stepsWithin(wanted, path);
	if (last.length < 3) return whole;
	const [asked, words] = [wordsOf(last), wordsOf(title)];
	const isNamed = asked.length > 0 && asked.every((word) => words.includes(word));
	// Half a step further than a page with as many wrong letters in all of its address.
	return Math.min(whole, stepsWithin(last, lastOf(path)) + 0.5, isNamed ? 1 : Infinity);
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A third of the letters may differ. */
function stepsWithin(from: string, to: string): number {
	const most = Math.floor(from.length / 3);
	if (Math.abs(from.length - to.length) > most) return Infinity;
	const steps = leven(from, to);
	return steps <= most ? steps : Infinity;
}

function withSlashes(path: string): string {
	return `/${path.replace(/(^|\/)index\.html?$|\.(html?|md)$/, '')}/`.replaceAll(/\/+/g, '/');
}

function lastOf(path: string): string {
	return path.split('/').findLast((part) => part !== '') ?? '';
}
