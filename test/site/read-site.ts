import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanOfDay } from '#model/history.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { planHistory, writeDay } from '#store/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { findPages } from '../browser/pages.ts';
import { copyCheckout, type Checkout } from './checkout.ts';
import { Page } from './page.ts';
import { renderSite, type RenderedSite } from './render-site.ts';

export interface ReadSite extends RenderedSite, Checkout {
	pages: Page[];
	/** @throws when there is no such page. */
	page: (path: string) => Page;
}

/** Renders this checkout with another snapshot and other kept plans, and reads every page. */
export async function readSite(
	snapshot: Snapshot,
	environment: Readonly<Record<string, string>> = {},
	plans: readonly PlanOfDay[] = [],
): Promise<ReadSite> {
	const checkout = await copyCheckout();
	await rm(join(checkout.folder, 'content/snapshot'), { recursive: true, force: true });
	await writeSnapshot(checkout.folder, snapshot);
	for (const plan of plans) await writeDay(checkout.folder, planHistory, plan);
	const rendered = await renderSite(checkout.folder, environment);
	const paths = await findPages(rendered.dist);
	const pages = await Promise.all(paths.map((path) => readPage(rendered.dist, path)));
	return {
		...checkout,
		...rendered,
		pages,
		page: (path) => {
			const page = pages.find((one) => one.path === path);
			if (!page) throw new Error(`There is no page ${path}, but ${paths.join(', ')}.`);
			return page;
		},
	};
}

async function readPage(dist: string, path: string): Promise<Page> {
	const file = path.endsWith('/') ? `${path}index.html` : path;
	return new Page(path, await readFile(join(dist, file), 'utf8'));
}
