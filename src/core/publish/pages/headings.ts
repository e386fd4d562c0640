import type { LocalMistake, PageParts } from './page-parts.ts';

/** A page has one heading of the first level, its title: that is how screen readers find its beginning. */
export function findSecondTitles({ titles }: Pick<PageParts, 'titles'>): LocalMistake[] {
	return titles.map((line) => ({
		line,
		what: 'has a heading of the first level, as its title is. Expected a lower one',
		advice: 'Write ## before it, or remove it when it repeats the title.',
		stops: 'page',
	}));
}
