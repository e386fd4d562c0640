import type { PageMistake } from './mistake.ts';

/** A mistake of which the file is not known yet. */
export type LocalMistake = Omit<PageMistake, 'file'>;

/** What a page imports, uses and links to, each with its line. */
export interface PageParts {
	imports: PageImport[];
	tags: PageTag[];
	/** Names that its code takes from elsewhere. */
	names: { name: string; line: number }[];
	/** Names that its code gives to something. */
	declared: ReadonlySet<string>;
	links: PageLink[];
	/** Pictures in files beside the page: `./car.png`. */
	images: PageLink[];
	slips: LocalMistake[];
	/** What a link can lead to, after its "#". `undefined`: only the rendered page knows. */
	ids: ReadonlySet<string> | undefined;
}

export interface PageImport {
	from: string;
	/** As the page calls them. */
	names: string[];
	/** As they are called there: `default` for `import People from`. */
	wanted: string[];
	line: number;
}

/** A tag that is no element of HTML: `<People />`. */
export interface PageTag {
	/** Of `<Tabs.Item>`, `Tabs`. */
	name: string;
	/** The value where it is a text. `undefined`: it takes more than is written there. */
	attributes: ReadonlyMap<string, string | undefined> | undefined;
	line: number;
}

export interface PageLink {
	/** As the page has it: `/projects/#top`, `#top`. */
	address: string;
	line: number;
}
