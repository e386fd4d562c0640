import { join } from 'node:path';
import { pathsOf } from '#core/inventory/entries.ts';
import { toSiteLink, type SiteLink, type Target } from '#core/publish/pages/links.ts';
import type { PageParts } from '#core/publish/pages/page-parts.ts';
import { isOfHandbook } from '#markdown/remark-handbook-links.ts';
import type { Registry } from '#model/registry.ts';
import { listFiles } from '#store/list-files.ts';

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

/** Where pages and steps of new members lead on this site. */
export function findLinks(pages: readonly LinkedPage[], registry: Registry): SiteLink[] {
	const { companyHandbook } = registry.site;
	return [...pages.flatMap((page) => linksOf(page, companyHandbook)), ...linksOfSteps(registry)];
}

function linksOf({ file, address, parts }: LinkedPage, companyHandbook: string | undefined) {
	const isElsewhere = (to: string) => companyHandbook !== undefined && isOfHandbook(to);
	return (parts?.links ?? []).flatMap(
		(link) => toSiteLink(link, { file, from: address, isElsewhere }) ?? [],
	);
}

function linksOfSteps({ onboarding }: Registry): SiteLink[] {
	return (onboarding?.steps ?? []).flatMap(({ target: { page }, place }) => {
		if (page === undefined) return [];
		const [path = '', part = ''] = page.split('#');
		return { file: place.file, line: place.lines.target ?? place.line, path, part };
	});
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
		...pages
			.filter(({ isDraft }) => !isDraft)
			.map(({ address, parts }) => [address, { ids: parts?.ids }] as const),
	]);
}
