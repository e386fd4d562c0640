import { afterAll, expect, test } from 'vitest';
import { base, renderRenamed } from '../site/below-path.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow } from './violations.ts';
import { visitPages } from './visit.ts';

const prints = ['/print/work/', '/print/roadmap/', '/print/projects/'];

const { browser, site, close } = await browse((await renderRenamed()).dist, base);
afterAll(close);

test('all pages of a section on one fit a phone, hold their policy, and are accessible', async () => {
	const page = await openTab(browser, { viewport: narrow });
	for (const visit of await visitPages(page, site, prints)) {
		expect(visit, visit.path).toMatchObject({ complaints: [], foreign: [], tooWide: [] });
	}
	await page.goto(site.urlOf('/print/work/'));
	expect(await findViolations(page, '/print/work/')).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	const breaks = await page
		.locator('article')
		.evaluateAll((articles) => articles.map((one) => getComputedStyle(one).breakBefore));
	expect(new Set(breaks)).toEqual(new Set(['page']));
	// Only a table says its head again on each sheet; what heads something stays with it.
	const text = page.locator('.sl-markdown-content').first();
	const display = await text.evaluate((one) => {
		const table = document.createElement('table');
		one.append(table);
		return getComputedStyle(table).display;
	});
	expect(display).toBe('table');
	const heads = await page
		.locator('h2, h3')
		.evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
	expect(new Set(heads)).toEqual(new Set(['avoid']));
	await page.close();
});
