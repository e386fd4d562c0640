import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import { writeServiceWorker } from '../../scripts/service-worker.ts';
import { base, renderRenamed } from '../site/below-path.ts';
import { launchChromium } from './chromium.ts';
import { serveSite, type ServedSite } from './serve.ts';

const age = /You are offline\. This page is from \d+ \w+ \d{4}, \d\d:\d\d UTC\./;

let browser: Browser;
let rendered: string;
/** A copy that a test may deploy anew. */
let dist: string;
let site: ServedSite;
let context: BrowserContext;
let page: Page;
/** Of the page, at all times. */
let complaints: string[];

beforeAll(async () => {
	browser = await launchChromium();
	({ dist: rendered } = await renderRenamed());
});
afterAll(() => browser.close());

beforeEach(async () => {
	dist = await mkdtemp(join(tmpdir(), 'handbook-offline-'));
	await cp(rendered, dist, { recursive: true });
	// Only the worker may have kept anything.
	site = await serveSite(dist, base, { keeps: false });
	context = await browser.newContext({ serviceWorkers: 'allow' });
	page = await context.newPage();
	complaints = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
});
afterEach(async () => {
	await context.close();
	await site.close();
	await rm(dist, { recursive: true });
});

const open = (path: string) => page.goto(site.urlOf(path));
const note = () => page.locator('offline-note');
const heading = () => page.getByRole('heading', { level: 1 });
/** Browsers look for another worker some seconds after a visit. */
const soon = { timeout: 30_000 };
const listCaches = () => page.evaluate(() => caches.keys());

/** Two pages, the first of which brings the worker. */
async function visitTwo(): Promise<void> {
	await open('/');
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await open('/roadmap/');
}

/** Publishes the site again, as it is in the folder now. */
async function deploy(offline: boolean): Promise<void> {
	await rm(join(dist, 'service-worker.js'));
	await writeServiceWorker({ folder: dist, base, offline });
}

test('visited pages open without a network and say their age, and so does the search', async () => {
	await visitTwo();
	expect(await note().isVisible()).toBe(false);
	await context.setOffline(true);
	for (const path of ['/', '/roadmap/']) {
		await open(path);
		await note().getByText(age).waitFor();
		expect(await page.locator('.crumbs, .title-row').first().isVisible()).toBe(true);
	}
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await page.keyboard.type('kettle');
	await page.getByRole('dialog').getByRole('listitem').first().waitFor();
	expect(complaints).toEqual([]);
});

test('a page that was never visited says so, and lists those that were', async () => {
	await visitTwo();
	await context.setOffline(true);
	await open('/team/people/');
	expect(await heading().innerText()).toBe('You are offline');
	expect(await page.getByText('This page isn’t saved on this device').isVisible()).toBe(true);
	expect(await note().isVisible()).toBe(false);
	const links = page.locator('saved-pages a');
	await links.nth(1).waitFor();
	const addresses = await links.evaluateAll((all) =>
		all.map((one) => (one as HTMLAnchorElement).href),
	);
	expect(addresses.toSorted()).toEqual([site.urlOf('/'), site.urlOf('/roadmap/')].toSorted());
	await links.first().click();
	await page.waitForFunction(() => !document.querySelector('saved-pages'));
	await note().getByText(age).waitFor();
});

test('a newer deployment wins, at once and later without a network', async () => {
	await visitTwo();
	const [before] = await listCaches();
	const file = join(dist, 'index.html');
	await writeFile(file, (await readFile(file, 'utf8')).replace(/(<h1[^>]*>)[^<]*/, '$1Newer'));
	await deploy(true);
	await open('/');
	expect(await heading().innerText()).toBe('Newer');
	expect(await note().isVisible()).toBe(false);
	await expect.poll(listCaches, soon).not.toContain(before);
	expect(await listCaches()).toHaveLength(1);
	await context.setOffline(true);
	await open('/');
	expect(await heading().innerText()).toBe('Newer');
	await open('/roadmap/');
	await note().getByText(age).waitFor();
});

test('where the site saves nothing any more, the next visit removes the worker and its caches', async () => {
	await visitTwo();
	// Another site below a path of the same host.
	await page.evaluate(() => caches.open('handbook:/other/:1'));
	await deploy(false);
	// The pages of such a site register no worker.
	const file = join(dist, 'index.html');
	await writeFile(file, (await readFile(file, 'utf8')).replace(/ data-worker="[^"]*"/, ''));
	await open('/');
	await expect.poll(listCaches, soon).toEqual(['handbook:/other/:1']);
	await expect
		.poll(
			() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
			soon,
		)
		.toBe(0);
	await context.setOffline(true);
	await expect(open('/roadmap/')).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
});
