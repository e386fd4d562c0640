import { expect } from 'vitest';
import type { StartedSite } from '../site/start-site.ts';
import { launchChromium } from './chromium.ts';
import { everyLook, findViolations } from './violations.ts';

/** @param site The server in development: no rendered site has the page. */
export async function expectGoodKit(site: StartedSite): Promise<void> {
	const browser = await launchChromium();
	const context = await browser.newContext();
	const page = await context.newPage();
	// On the day of the data, what is fresh is not old yet.
	await page.clock.setFixedTime('2026-11-23T12:00:00Z');
	const states = () =>
		page
			.locator('.banner')
			.evaluateAll((banners) => banners.map((banner) => banner.getAttribute('data-state')))
			.catch(() => []);
	await page.goto(new URL('kit/', site.address).href, { waitUntil: 'networkidle' });
	// A server that bundles a library for the first time loads the page again.
	await expect
		.poll(states, { timeout: 60_000 })
		.toEqual(expect.arrayContaining(['fresh', 'sample', 'stale', 'missing']));
	await page.reload({ waitUntil: 'networkidle' });
	expect(await findViolations(page, 'the components', everyLook)).toEqual([]);
	await browser.close();
}
