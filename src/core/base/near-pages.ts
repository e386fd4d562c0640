import { countSteps } from './nearest.ts';

/** A page as the list of addresses has it. */
export interface NamedPage {
	/** From the root of the handbook, with slashes around: `/work/planning/`. */
	path: string;
	title: string;
}

/** More would be a list to read, and no answer. */
const mostPages = 3;

/**
 * The pages that somebody has probably meant by an address: a letter is wrong in it, or the page is in
 * another folder now. The nearest first.
 */
export function findNearPages(wanted: string, pages: readonly NamedPage[]): NamedPage[] {
	const path = withSlashes(wanted.toLowerCase());
	return pages
		.map((page) => ({ page, steps: stepsTo(path, withSlashes(page.path.toLowerCase())) }))
		.filter(({ steps }) => steps < Infinity)
		.toSorted((a, b) => a.steps - b.steps)
		.slice(0, mostPages)
		.map(({ page }) => page);
}

function stepsTo(wanted: string, path: string): number {
	const [last, lastOfPath] = [lastOf(wanted), lastOf(path)];
	return Math.min(
		stepsWithin(wanted, path),
		// Half a step further than a page with as many wrong letters in all of its address.
		last.length < 3 ? Infinity : stepsWithin(last, lastOfPath) + 0.5,
	);
}

/** A third of the letters may differ. */
function stepsWithin(from: string, to: string): number {
	const most = Math.floor(from.length / 3);
	if (Math.abs(from.length - to.length) > most) return Infinity;
	const steps = countSteps(from, to);
	return steps <= most ? steps : Infinity;
}

function withSlashes(path: string): string {
	return `/${path.replace(/(^|\/)index\.html?$|\.(html?|md)$/, '')}/`.replaceAll(/\/+/g, '/');
}

function lastOf(path: string): string {
	return path.split('/').findLast((part) => part !== '') ?? '';
}
