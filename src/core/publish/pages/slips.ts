import type { LocalMistake } from './page-parts.ts';

type Kind = 'title' | 'picture' | 'aside' | 'outside' | 'closed' | 'foreign';

const words: Record<Kind, (text: string) => Omit<LocalMistake, 'line'>> = {
	// A page has one, its title: that is how screen readers find its beginning.
	title: () => ({
		what: 'has a heading of the first level, as its title is. Expected a lower one',
		advice: 'Write ## before it, or remove it when it repeats the title.',
		stops: 'page',
	}),
	picture: (text) => ({
		what: `shows ${text || 'a picture'} without words for those who can't see it. Expected ![what it shows](${text || '…'})`,
		advice: 'Say between the brackets, or in alt, what the picture shows.',
	}),
	aside: (text) => ({
		what: `has ${text}, which isn't shown as a box. Expected :::note, :::tip, :::caution or :::danger`,
		advice:
			'Write one of these on the line before the text, and ::: on the line after it. A title is in brackets: :::note[Title].',
	}),
	// Every page's policy keeps these from being loaded or run.
	outside: (text) => ({
		what: `shows ${text}, and pages load nothing from other servers. Expected a file of this site`,
		advice: 'Put the file beside the page, or write a link to it.',
	}),
	closed: (text) => ({
		what: `links to ${text}, which no reader can open. Expected an address`,
		advice: 'Write the address of a page or a file. Where it is no link, put it in backquotes.',
	}),
	foreign: (text) => ({
		what: `has ${text}, which is shown as it is. Expected Markdown, or a component in MDX`,
		advice: 'Write it in another way, or put it in backquotes where it is meant as text.',
	}),
};

/** What readers would not get as the page means it: `text` is what the page has there. */
export function slip(kind: Kind, text: string, line: number): LocalMistake {
	// A picture can be an address of megabytes.
	return { line, ...words[kind](text.length > 80 ? `${text.slice(0, 80)}…` : text) };
}
