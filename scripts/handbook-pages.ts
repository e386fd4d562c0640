import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeDeepPage } from '#core/base/nesting.ts';
import {
	addressOf,
	findAddressMistakes,
	isMadeLater,
	type PageFile,
} from '#core/publish/pages/addresses.ts';
import { findBlockMistakes, type Known } from '#core/publish/pages/blocks.ts';
import { findDeadLinks, type SiteLink } from '#core/publish/pages/links.ts';
import { describeMistakes, type PageMistake } from '#core/publish/pages/mistake.ts';
import type { LocalMistake } from '#core/publish/pages/page-parts.ts';
import { findSectionMistakes } from '#core/publish/pages/sections.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { Registry } from '#model/registry.ts';
import { readBlockFiles, readPackageBlocks } from '#store/block-files.ts';
import { handbookPath, readPageFiles, withoutFrontMatter } from '#store/page-files.ts';
import { registryPath } from '#store/registry-files.ts';
import { shareRegistry } from '#store/site-data.ts';
import { readYamlFile } from '#store/yaml-file.ts';
import { choicesOf } from './page-choices.ts';
import { checkFrontMatter } from './page-front-matter.ts';
import { addressesOfData, findLinks, readLinkTargets, type LinkedPage } from './page-links.ts';
import { readPageParts } from './page-parts.ts';
import { findPictureMistakes } from './page-pictures.ts';
import { findLinked, findUnpublished, nameOf, toLinkMistake } from './page-places.ts';

/** What pages import is of this code, wherever the checkout is that holds them. */
const code = join(import.meta.dirname, '..');

/** What is known of the pages of a checkout before they are rendered. */
export interface CheckedPages {
	/** Addresses of all pages, by their files: `/work/health/`. */
	addresses: ReadonlyMap<string, string>;
	mistakes: PageMistake[];
	/** Where they lead on this site: what the site makes itself is known when it is rendered. */
	links: SiteLink[];
	/** Why the registry can't be read. What pages say of it, and of each other, is not looked at then. */
	unread?: InvalidDataError;
}

interface ReadPage extends LinkedPage {
	mistakes: LocalMistake[];
}

/**
 * Looks whether the pages of a checkout can be published, before anything is rendered.
 *
 * @throws {InvalidDataError} that names each page that cannot, and what was expected.
 */
export async function refuseBadPages(root: string): Promise<CheckedPages> {
	const checked = await checkPages(root);
	refuse(checked);
	return checked;
}

/** Refuses front matter with which Astro does not start: all else is told while it runs. */
export async function refuseBadFrontMatter(root: string): Promise<CheckedPages> {
	const checked = await checkPages(root);
	const mistakes = checked.mistakes.filter(({ stops }) => stops === 'start');
	refuse({ ...checked, mistakes });
	return checked;
}

/** @throws {InvalidDataError} that names them, after those of the registry, when there are any. */
export function refuse({ mistakes, unread }: Pick<CheckedPages, 'mistakes' | 'unread'>): void {
	const ofPages = mistakes.length > 0 ? [describeMistakes(handbookPath, mistakes)] : [];
	const told = [...(unread ? [unread.message] : []), ...ofPages];
	if (told.length > 0) throw new InvalidDataError(told.join('\n\n'), { cause: unread });
}

/**
 * Finds all mistakes in pages that can be found without a render.
 *
 * @param lastDay The last day that pages may be of. Without it they may be of any.
 * @throws {InvalidDataError} when a page is nested too deeply to be read, or not UTF-8.
 */
export async function checkPages(root: string, lastDay?: IsoDate): Promise<CheckedPages> {
	const linked = await findLinked(root);
	const isLinked = ({ path }: PageFile) => linked.some((link) => `${path}/`.startsWith(`${link}/`));
	const files = (await readPageFiles(root)).filter((file) => !isLinked(file));
	const deep = files.filter(({ deepLine }) => deepLine !== undefined);
	if (deep.length > 0) {
		const told = deep.map(({ path, deepLine }) => describeDeepPage(nameOf(path), deepLine));
		throw new InvalidDataError(told.join('\n'));
	}
	const pages = files.map((page) => readParts(page, lastDay));
	const addresses = new Map(pages.map(({ file, address }) => [file, address]));
	const unpublished = [...linked.map(toLinkMistake), ...(await findUnpublished(root))];
	const registry = await shareRegistry(root).catch(unlessInvalid);
	if (registry instanceof InvalidDataError) {
		const mistakes = [...unpublished, ...(await checkParts(root, pages, new Map()))];
		return { addresses, mistakes, links: [], unread: registry };
	}
	const made = addressesOfData(registry);
	const astray = findAddressMistakes(files, {
		folder: handbookPath,
		made: new Set([...made].map((address) => address.toLowerCase())),
	});
	const placed = files.filter(({ path }) => !astray.some(({ file }) => file === nameOf(path)));
	const links = await findLinks(root, pages, registry);
	const targets = await readLinkTargets(root, pages, made);
	const targetOf = (path: string) =>
		targets.get(path) ??
		targets.get(`${path}/`) ??
		(isMadeLater(path.slice(1)) ? { ids: undefined } : undefined);
	return {
		addresses,
		mistakes: [
			...astray,
			...unpublished,
			...(await checkSections(root, placed, registry)),
			...(await checkParts(root, pages, choicesOf(registry))),
			...findDeadLinks(links, targetOf, [...targets.keys()]),
		],
		links,
	};
}

function unlessInvalid(error: unknown): InvalidDataError {
	if (error instanceof InvalidDataError) return error;
	throw error;
}

/** What the text of each page was read as: in development one changes, and all are looked at again. */
const lastRead = new Map<string, { text: string } & ReturnType<typeof readPageParts>>();

function readParts(page: PageFile, lastDay: IsoDate | undefined): ReadPage {
	const file = nameOf(page.path);
	const address = `/${addressOf(page)}/`.replace('//', '/');
	const text = withoutFrontMatter(page.text);
	const { isDraft, mistakes } = checkFrontMatter(page, lastDay);
	const before = lastRead.get(page.path);
	const read = before?.text === text ? before : { text, ...readPageParts({ text, path: file }) };
	lastRead.set(page.path, read);
	return { file, address, mistakes: [...mistakes, ...read.mistakes], isDraft, parts: read.parts };
}

async function checkSections(root: string, files: readonly PageFile[], { site }: Registry) {
	const { lineOf } = await readYamlFile(root, registryPath('site'));
	return findSectionMistakes(
		files.map(({ path }) => path),
		site.sections,
		{
			folder: handbookPath,
			siteFile: registryPath('site'),
			lineOf: (section) => lineOf(['sections', section, 'directory']),
		},
	);
}

async function checkParts(
	root: string,
	pages: readonly ReadPage[],
	choices: Known['choices'],
): Promise<PageMistake[]> {
	const imported = pages.flatMap(({ parts }) => parts?.imports ?? []).map(({ from }) => from);
	const blocks = await readBlockFiles(code, new Set(imported));
	const exports = await readPackageBlocks(code);
	const found = pages.map(async ({ file, mistakes, parts }): Promise<PageMistake[]> => {
		const isThere = (from: string) => isImportable(root, { file, from });
		const known = { blocks, choices, isThere, exports };
		const inParts = parts
			? [
					...findBlockMistakes(parts, known),
					...(await findPictureMistakes(join(root, dirname(file)), parts.images)),
					...parts.slips,
				]
			: [];
		return [...mistakes, ...inParts]
			.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
			.map((mistake) => ({ file, ...mistake }));
	});
	return (await Promise.all(found)).flat();
}

/** Files are looked for, and packages as a whole. */
function isImportable(root: string, { file, from }: { file: string; from: string }): boolean {
	if (from.startsWith('#')) return existsSync(join(code, 'src', from.slice(1)));
	if (from.startsWith('.')) return existsSync(join(root, dirname(file), from));
	if (from.startsWith('/')) return existsSync(join(code, from));
	// Astro's own, and Node's.
	if (from.includes(':')) return true;
	const [first = '', second = ''] = from.split('/');
	return existsSync(join(code, 'node_modules', first, first.startsWith('@') ? second : ''));
}
