import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { base, renderRenamed } from '../site/below-path.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow } from './violations.ts';
import { listen } from './visit.ts';

let page: Page;
let heard: Awaited<ReturnType<typeof listen>>;

const { browser, site, close } = await browse((await renderRenamed()).dist, base);
afterAll(close);
beforeEach(async () => {
	page = await openTab(browser, { hasTouch: true });
	heard = listen(page, site);
	await page.goto(site.urlOf('/work/health/'));
});
afterEach(async () => {
	expect(heard.complaints).toEqual([]);
	await page.close();
});

const term = () => page.getByRole('main').getByRole('link', { name: 'limescale' });
const project = () => page.getByRole('main').getByRole('link', { name: 'leaves' });
const preview = () => page.getByRole('tooltip');

test('a link says what it leads to while the pointer is there or on what it says, without a request', async () => {
	const { length } = heard.requests;
	await term().hover();
	await preview().waitFor();
	expect(await preview().innerText()).toBe('What hard water leaves.');
	await preview().hover();
	await page.waitForTimeout(500);
	expect(await preview().isVisible()).toBe(true);
	await page.getByRole('heading', { level: 1 }).hover();
	await preview().waitFor({ state: 'hidden' });
	expect(heard.requests).toHaveLength(length);
});

test('by keyboard it says the same, and Escape takes it away and leaves the focus', async () => {
	// It stays where it has opened while the window grows.
	await page.setViewportSize(narrow);
	await term().focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await preview().waitFor();
	expect(await term().getAttribute('aria-describedby')).toBe(await preview().getAttribute('id'));
	expect(await findViolations(page, 'a preview')).toEqual([]);
	await page.keyboard.press('Escape');
	expect(await preview().count()).toBe(0);
	expect(await term().evaluate((link) => link.matches(':focus'))).toBe(true);
	await page.keyboard.press('Tab');
	await preview().waitFor();
	expect(await preview().innerText()).toMatch(/^Assam: .+\. \d+ checks: /);
});

test('a finger follows the link', async () => {
	await project().tap();
	await page.waitForURL(site.urlOf('/projects/tea/leaves/assam/'));
});

test('it fits a phone', async () => {
	await page.setViewportSize({ width: 360, height: 400 });
	await project().focus();
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await preview().waitFor();
	const box = (await preview().boundingBox())!;
	expect(box.x).toBeGreaterThanOrEqual(0);
	expect(box.x + box.width).toBeLessThanOrEqual(360);
	expect(box.y + box.height).toBeLessThanOrEqual(400);
});
