import { toVisible } from '#core/base/plain-text.ts';
import type { PageMistake } from './mistake.ts';

/** A page that the team writes. */
export interface PageFile {
	/** From the folder of the handbook, with slashes: `work/health.mdx`. */
	path: string;
	/** The address that its front matter asks for. `undefined`: it has that of its file. */
	slug: string | undefined;
	text: string;
	/** Where its lists and quotes are nested too deeply for a parser. `undefined`: nowhere. */
	deepLine: number | undefined;
}

/** No file of a server has them, or a browser takes them for the end of an address. */
const unfit = /[?#%\\:*"<>|]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** What a build writes there, other than pages of the handbook. */
const ownFolders = /^(pagefind|exports|feeds|offline|print|_astro)(\/|$)/;
/** Pages that are made of data are below these. */
const madeFolders = /^(roadmap\/(issues|milestones|snapshots))\//;

const needed = [
	{ name: 'index', is: 'the first page' },
	{ name: '404', is: 'the page for addresses that lead nowhere' },
];

const advice =
	'Rename or move these pages, correct their slugs, and restore what is missing from Git.';

/**
 * Pages that have no address of their own, and pages that every handbook needs and this one has not.
 *
 * @param folder The handbook's, for the sentences.
 * @param made Addresses of pages that are made of the registry: `projects/group/project`.
 */
export function findAddressMistakes(
	files: readonly PageFile[],
	{ folder, made }: { folder: string; made: ReadonlySet<string> },
): PageMistake[] {
	const names = new Set(files.map(({ path }) => withoutEnding(path)));
	const missing = needed
		.filter(({ name }) => !names.has(name))
		.map(({ name, is }) => ({
			file: `${folder}/${name}.mdx`,
			what: `is missing. Expected ${is}`,
			advice,
		}));
	const taken = new Map<string, string>();
	const mistakes = files.flatMap((file): PageMistake[] => {
		const address = addressOf(file);
		const what = findMistake(file, address, { made, taken });
		taken.set(address, `${folder}/${file.path}`);
		return what === undefined ? [] : [{ file: `${folder}/${toVisible(file.path)}`, what, advice }];
	});
	return [...missing, ...mistakes];
}

function findMistake(
	{ path, slug }: PageFile,
	address: string,
	{ made, taken }: { made: ReadonlySet<string>; taken: ReadonlyMap<string, string> },
): string | undefined {
	const [sign] = unfit.exec(slug ?? path) ?? [];
	if (sign !== undefined) {
		const part = slug === undefined ? 'name' : 'slug';
		return `has "${toVisible(sign)}" in its ${part}. Expected letters, digits, spaces, "-", "_" and "."`;
	}
	if (address.split('/').includes('') && address !== '') {
		return 'has no letter or digit in a part of its name. Expected one in each';
	}
	if (slug !== undefined && slug !== address) {
		return `has slug: ${slug}. Expected ${address === '' ? 'none: a first page is named index.mdx' : address}`;
	}
	const where = address === '' ? '/' : `/${address}/`;
	if (made.has(address)) {
		return `would be published at ${where}, which content/registry gives to a page of data or to an old address. Expected another place`;
	}
	if (isMadeLater(address)) {
		return `would be published at ${where}, where the site puts what it makes itself. Expected another place`;
	}
	const other = taken.get(address);
	return other && `would be published at ${where}, as ${other} is. Expected an address of its own`;
}

/** Whether the site makes pages or files there of its data: which, is known when it is rendered. */
export function isMadeLater(address: string): boolean {
	return ownFolders.test(address) || madeFolders.test(address);
}

/** As Astro makes it: small letters, without punctuation. No slash at its ends. */
export function addressOf({ path, slug }: Pick<PageFile, 'path' | 'slug'>): string {
	if (slug !== undefined) return slug.toLowerCase().replaceAll(/^\/|\/$/g, '');
	const parts = withoutEnding(path)
		.toLowerCase()
		.split('/')
		.map((part) => part.replaceAll(/[^\p{L}\p{M}\p{N}_ -]/gu, '').replaceAll(' ', '-'));
	if (parts.at(-1) === 'index') parts.pop();
	return parts.join('/');
}

function withoutEnding(path: string): string {
	return path.replace(/\.mdx?$/, '');
}
