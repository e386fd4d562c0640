import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanOfDay } from '#model/history.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { planHistory, writeDay } from '#store/history.ts';
import { writeSnapshot } from '#store/snapshot.ts';
import { findPages } from '../browser/pages.ts';
import { teams } from '../fixtures/teams.ts';
import { linkInside, linkPackages } from './checkout.ts';
import { renderOnce } from './kept-renders.ts';
import { Page } from './page.ts';
import type { RenderedSite } from './render-site.ts';
import { renderWarm } from './render-warm.ts';

export interface ReadSite extends RenderedSite {
	pages: Page[];
	/** @throws when there is no such page. */
	page: (path: string) => Page;
}

/**
 * Renders the site of a team as it is, or as a test prepares it: the files are shared with other
 * tests.
 *
 * @param prepare Changes the content. The code is this checkout's own.
 */
export async function renderPrepared(
	environment: Readonly<Record<string, string>>,
	prepare: (folder: string) => Promise<unknown> = () => Promise.resolve(),
	team = teams.kettle,
): Promise<RenderedSite> {
	const checkout = await linkInside(team);
	try {
		await prepare(checkout.folder);
		return await renderOnce(checkout.folder, environment);
	} finally {
		await checkout.remove();
	}
}

/**
 * Renders the site of the invented team as it is, in a plain environment, and with packages of its own,
 * as a team has them: every file is what another machine makes of it, `reproducible.test.ts` says.
 */
export async function renderHere(): Promise<RenderedSite> {
	const checkout = await linkInside(teams.kettle);
	const render: typeof renderWarm = async (folder, environment) => {
		await linkPackages(folder);
		return renderWarm(folder, environment);
	};
	try {
		return await renderOnce(checkout.folder, { TZ: 'UTC', LANG: 'C' }, { render });
	} finally {
		await checkout.remove();
	}
}

/**
 * Renders the site of a team with another snapshot and other kept plans.
 *
 * @param prepare Changes what else the checkout holds, after all that.
 */
export function renderSnapshot(
	snapshot: Snapshot,
	environment: Readonly<Record<string, string>> = {},
	plans: readonly PlanOfDay[] = [],
	prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
	team = teams.kettle,
): Promise<RenderedSite> {
	const prepareAll = async (folder: string) => {
		await rm(join(folder, 'content/snapshot'), { recursive: true, force: true });
		await writeSnapshot(folder, snapshot);
		for (const plan of plans) await writeDay(folder, planHistory, plan);
		await prepare(folder);
	};
	return renderPrepared(environment, prepareAll, team);
}

/** As `renderSnapshot`, and reads every page. */
export async function readSite(...given: Parameters<typeof renderSnapshot>): Promise<ReadSite> {
	return readRendered(await renderSnapshot(...given));
}

/** Reads every page of a site that is rendered. */
export async function readRendered(rendered: RenderedSite): Promise<ReadSite> {
	const paths = await findPages(rendered.dist);
	const pages = await Promise.all(paths.map((path) => readPage(rendered.dist, path)));
	return {
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
