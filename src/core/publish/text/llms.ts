import type { Site } from '#model/site.ts';
import { twinOf } from './addresses.ts';

/** A page that there is as Markdown. */
export interface TextPage {
	/** From the root of the handbook, with a slash at its end: `/work/planning/`. */
	path: `/${string}`;
	/** As Markdown, so that no sign of it acts. */
	title: string;
	description: string | undefined;
	/** False: it is made of data alone. */
	isWritten: boolean;
	markdown: string;
}

interface Place {
	site: Pick<Site, 'title' | 'description' | 'sections'>;
	/** What comes before each path: where the site is published, or the path below which it is. */
	base: string;
}

/**
 * The index of the pages for programs that read text, as llmstxt.org has it: by section, and last what
 * is made of data alone.
 */
export function toLlmsIndex(pages: readonly TextPage[], { site, base }: Place): string {
	const written = pages.filter(({ isWritten }) => isWritten);
	const isIn = ({ path }: TextPage, directory: string) => path.startsWith(`/${directory}/`);
	const sections = [
		{
			label: 'Home',
			pages: written.filter(
				(page) => !site.sections.some(({ directory }) => isIn(page, directory)),
			),
		},
		...site.sections.map(({ label, directory }) => ({
			label,
			pages: written.filter((page) => isIn(page, directory)),
		})),
		{ label: 'Optional', pages: pages.filter(({ isWritten }) => !isWritten) },
	];
	const shown = sections.filter((section) => section.pages.length > 0);
	return [
		`# ${site.title}\n\n> ${site.description}\n`,
		...shown.map(
			(section) =>
				`## ${section.label}\n\n${section.pages.map((page) => toLine(page, base)).join('\n')}\n`,
		),
	].join('\n');
}

function toLine({ path, title, description }: TextPage, base: string): string {
	const link = `- [${title}](${base}${twinOf(path)})`;
	return description === undefined ? link : `${link}: ${description}`;
}

/** The text of all pages that people write, one after the other, each with its address. */
export function toLlmsFull(pages: readonly TextPage[], { site, base }: Place): string {
	const texts = pages
		.filter(({ isWritten }) => isWritten)
		.map(({ path, markdown }) => `<!-- ${base}${path} -->\n\n${markdown}`);
	return [`# ${site.title}\n\n> ${site.description}\n`, ...texts].join('\n');
}
