import { join } from 'node:path';
import { pathsOf } from '#core/inventory/entries.ts';
import { toSiteLink, type SiteLink, type Target } from '#core/publish/pages/links.ts';
import type { PageParts } from '#core/publish/pages/page-parts.ts';
import { isOfHandbook } from '#markdown/remark-handbook-links.ts';
import type { Registry, RegistryFile } from '#model/registry.ts';
import { listFiles } from '#store/list-files.ts';
import { readRegistryFile } from '#store/registry-files.ts';

/** A page as far as it links, and is linked to. */
export interface LinkedPage {
	file: string;
	address: string;
	isDraft: boolean;
	/** `undefined`: it is not valid MDX. */
	parts: PageParts | undefined;
}

/** Pages of projects, and those that lead from old addresses. No slash at their ends. */
export function addressesOfData({ projects, api, consumers, redirects }: Registry): Set<string> {
	return new Set([
		...projects.flatMap(pathsOf).map((path) => `projects/${path}`),
		...api.endpoints.map(({ id }) => `api/${id}`),
		...consumers.map(({ path }) => `consumers/${path}`),
		...redirects.flatMap(({ from }) => from).map((address) => address.slice(1, -1)),
	]);
}

/** Where pages and the registry lead on this site. Drafts may lead to drafts: they are published together. */
export async function findLinks(
	root: string,
	pages: readonly LinkedPage[],
	{ site: { companyHandbook } }: Registry,
): Promise<SiteLink[]> {
	const ofPages = pages.flatMap((page) => linksOf(page, companyHandbook));
	const drafts = new Set(
		pages.filter(({ isDraft }) => isDraft).flatMap(({ file, address }) => [file, address]),
	);
	return [...ofPages, ...(await findRegistryLinks(root))].filter(
		({ file, path }) => !drafts.has(file) || !drafts.has(path),
	);
}

/** Files of the registry that name pages of this site, as `to` or `page`. */
const leading: readonly RegistryFile[] = ['contact', 'onboarding', 'redirects'];

async function findRegistryLinks(root: string): Promise<SiteLink[]> {
	const files = await Promise.all(leading.map((name) => readRegistryFile(root, name)));
	return files.flatMap(({ path: file, value, lineOf }) =>
		addressesIn(value).map(({ at, address }) => {
			const [path = '', part = ''] = address.split('#');
			return { file, line: lineOf(at) ?? 1, path, part };
		}),
	);
}

function addressesIn(value: unknown, at: string[] = []): { at: string[]; address: string }[] {
	if (typeof value === 'string') {
		const leads = /^(to|page)$/.test(at.at(-1) ?? '') && value.startsWith('/');
		return leads ? [{ at, address: value }] : [];
	}
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => addressesIn(part, [...at, key]));
}

function linksOf({ file, address, parts }: LinkedPage, companyHandbook: string | undefined) {
	const isElsewhere = (to: string) => companyHandbook !== undefined && isOfHandbook(to);
	return (parts?.links ?? []).flatMap(
		(link) => toSiteLink(link, { file, from: address, isElsewhere }) ?? [],
	);
}

/** What can be linked to, by its path. */
export async function readLinkTargets(
	root: string,
	pages: readonly LinkedPage[],
	made: ReadonlySet<string>,
): Promise<Map<string, Target>> {
	const files = await listFiles(join(root, 'public'));
	const unknown: Target = { ids: undefined };
	return new Map([
		...[...made].map((address) => [`/${address}/`, unknown] as const),
		...files.map((file) => [`/${file}`, unknown] as const),
		...pages.map(({ address, isDraft, parts }) => [address, { ids: parts?.ids, isDraft }] as const),
	]);
}
