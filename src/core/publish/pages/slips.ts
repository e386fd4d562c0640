import type { LocalMistake, PageParts, PageSlip } from './page-parts.ts';

const words: Record<PageSlip['kind'], (text: string) => Omit<LocalMistake, 'line'>> = {
	// A page has one, its title: that is how screen readers find its beginning.
	title: () => ({
		what: 'has a heading of the first level, as its title is. Expected a lower one',
		advice: 'Write ## before it, or remove it when it repeats the title.',
		stops: 'page',
	}),
	picture: (text) => ({
		what: `shows ${text} without words for those who can't see it. Expected ![what it shows](${text})`,
		advice: 'Say between the brackets, or in alt, what the picture shows.',
	}),
	aside: (text) => ({
		what: `has ${text}, which isn't shown as a box. Expected :::note, :::tip, :::caution or :::danger`,
		advice: 'Write one of these on the line before the text, and ::: on the line after it.',
	}),
};

/** What readers would not get as the page means it. */
export function findSlips({ slips }: Pick<PageParts, 'slips'>): LocalMistake[] {
	return slips.map(({ kind, text, line }) => ({ line, ...words[kind](text) }));
}
