import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { base, readLedger } from '../site/ledger-plans.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow, wide } from './violations.ts';
import { listen, settle } from './visit.ts';

const changes = '/roadmap/changes/';
/** Where the page keeps the newest day that was seen. */
const key = `last-visit:${base}${changes}`;

const { dist } = await readLedger();
const { browser, site, close } = await browse(dist, base);
afterAll(close);

/** @param seen The newest day at an earlier visit. */
async function openChanges(query = '', seen?: string): Promise<Page> {
	const page = await openTab(browser, { viewport: wide });
	if (seen !== undefined) await remember(page, seen);
	await page.goto(site.urlOf(changes + query));
	await page.getByRole('form', { name: 'Choose changes' }).waitFor();
	return page;
}

/** As if the reader had been here on that day: once, not whenever a page is loaded. */
async function remember(page: Page, day: string): Promise<void> {
	await page.goto(site.urlOf('/404.html'));
	await page.evaluate(
		([name, value]) => {
			localStorage.setItem(name!, value!);
		},
		[key, day],
	);
}

const since = (page: Page) => page.getByRole('combobox', { name: 'Changes since' });
const kind = (page: Page) => page.getByRole('combobox', { name: 'Kind' });
const statusOf = (page: Page) => page.locator('plan-changes [role="status"]').innerText();
const queryOf = (page: Page) => new URL(page.url()).search;
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const note = (page: Page) => page.locator('.last-visit').innerText();

/** What is told in the part of the page that has this heading: each thing, and how it has changed. */
function toldBelow(page: Page, heading: string | RegExp): Promise<[string, string[]][]> {
	return page
		.getByRole('region', { name: heading })
		.locator('.changes > li:visible')
		.evaluateAll((items) =>
			items.map((item) => [
				item.querySelector('a, strong')!.textContent,
				[...item.querySelectorAll<HTMLElement>('li')]
					.filter((one) => one.checkVisibility())
					.map((one) => one.textContent.trim()),
			]),
		);
}
const daysShown = (page: Page) => page.locator('.day-changes:visible h3').allInnerTexts();

const comparedWith14 = [
	['Milestone 19.8', ['Dates of 19.8 moved: the cutoff from 15 January 2027 to 22 January 2027.']],
	[
		'Teach the car to park',
		['Carried from 19.7 to 19.8.', 'Health changed from “At risk” to “no health status”.'],
	],
];

describe('without JavaScript', () => {
	test('every day is told, has an address, and nothing is offered that would not work', async () => {
		const page = await openTab(browser, { javaScriptEnabled: false, viewport: narrow });
		await page.goto(site.urlOf(`${changes}#day-2026-11-14`));
		expect(await daysShown(page)).toEqual([
			'23 November 2026',
			'20 November 2026',
			'14 November 2026',
		]);
		expect(await page.locator('#day-2026-11-14').evaluate((day) => day.matches(':target'))).toBe(
			true,
		);
		const main = page.getByRole('main');
		expect(await main.getByRole('combobox').count()).toBe(0);
		expect(await main.getByRole('button').count()).toBe(0);
		expect(await main.getByRole('heading', { level: 2 }).allInnerTexts()).not.toContain(
			'Since the chosen day',
		);
		await page.close();
	});
});

describe('a day that is chosen', () => {
	test('is compared with the newest one, by keyboard, and the focus stays', async () => {
		const page = await openChanges();
		const { complaints } = listen(page, site);
		await since(page).focus();
		await since(page).selectOption('2026-11-14');
		await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
		// What was closed and opened again in between is no change.
		const told = await toldBelow(page, 'Since 14 November 2026');
		expect(told.slice(0, 2)).toEqual(comparedWith14);
		expect(told.map(([what]) => what)).not.toContain('Paint the door');
		const slips = page.getByRole('region', { name: 'Since 14' }).getByText('slipped twice');
		expect(await slips.getAttribute('href')).toBe(`${base}/roadmap/issues/example/tools/widget/1/`);
		expect(await statusOf(page)).toBe('4 changes since 14 November 2026');
		expect(queryOf(page)).toBe('?since=2026-11-14');
		expect(await since(page).evaluate((element) => element.matches(':focus'))).toBe(true);
		expect(await daysShown(page)).toEqual(['23 November 2026', '20 November 2026']);
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('is told as the changes of a day are, with the same links', async () => {
		const page = await openChanges('?since=2026-11-20');
		const linksIn = (region: string) =>
			page
				.getByRole('region', { name: region, exact: true })
				.locator('.changes')
				.evaluate((list) => list.outerHTML.replaceAll(/\s*(<[^>]*>)\s*/g, '$1'));
		await page.getByRole('heading', { name: 'Since 20 November 2026' }).waitFor();
		expect(await linksIn('Since 20 November 2026')).toBe(await linksIn('23 November 2026'));
		await page.close();
	});

	test('is restored from the address, and by the way back', async () => {
		const page = await openChanges('?since=2026-11-14&kind=carried');
		await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
		expect(await since(page).inputValue()).toBe('2026-11-14');
		const carried = [['Teach the car to park', ['Carried from 19.7 to 19.8.']]];
		expect(await toldBelow(page, 'Since 14 November 2026')).toEqual(carried);
		await page.getByRole('link', { name: 'every kept day' }).click();
		await page.waitForURL(/snapshots/);
		await page.goBack();
		await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
		expect(await toldBelow(page, 'Since 14 November 2026')).toEqual(carried);
		await page.close();
	});

	test('asks for its page only then, and only this site', async () => {
		const page = await openChanges();
		const heard = listen(page, site);
		await page.reload();
		await settle(page);
		expect(heard.requests.filter((url) => url.endsWith('/snapshots/2026-11-14/'))).toEqual([]);
		await since(page).selectOption('2026-11-14');
		await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
		expect(heard.requests.filter((url) => url.endsWith('/snapshots/2026-11-14/'))).toHaveLength(1);
		expect(heard.foreign).toEqual([]);
		await page.close();
	});

	test('says so when its page cannot be had, and can be chosen again', async () => {
		const page = await openChanges();
		await page.route('**/snapshots/**', (route) => route.abort());
		await since(page).selectOption('2026-11-14');
		await expect.poll(() => statusOf(page)).toContain('couldn’t load');
		expect(await daysShown(page)).toHaveLength(3);
		await page.unroute('**/snapshots/**');
		await since(page).selectOption('2026-11-16');
		await page.getByRole('heading', { name: 'Since 16 November 2026' }).waitFor();
		await page.close();
	});
});

test('a kind leaves out all else, and days without it', async () => {
	const page = await openChanges();
	await kind(page).selectOption('Reopened');
	expect(await daysShown(page)).toEqual(['23 November 2026']);
	expect(await toldBelow(page, '23 November 2026')).toEqual([['Paint the door', ['Reopened.']]]);
	expect(await statusOf(page)).toBe('1 change from day to day (Reopened)');
	expect(queryOf(page)).toBe('?kind=reopened');
	// Earlier days have none of that kind: their heading would stand above nothing.
	expect(await page.getByRole('heading', { name: 'Day by day' }).count()).toBe(0);
	await kind(page).selectOption('Any');
	expect(await page.getByRole('heading', { name: 'Day by day' }).count()).toBe(1);
	expect(await daysShown(page)).toHaveLength(3);
	expect(queryOf(page)).toBe('');
	await page.close();
});

describe('the last visit', () => {
	test('is kept in the browser, which is said, and is where the next one begins', async () => {
		const page = await openChanges();
		expect(await note(page)).toContain('since the plan of 23 November 2026. Only this browser');
		expect(await kept(page)).toBe('2026-11-23');
		await page.close();

		const next = await openChanges('', '2026-11-14');
		await next.getByRole('heading', { name: 'Since your last visit' }).waitFor();
		const told = await toldBelow(next, 'Since your last visit');
		expect(told.slice(0, 2)).toEqual(comparedWith14);
		expect(await statusOf(next)).toBe('4 changes since your last visit');
		expect(await note(next)).toContain('the newest plan was that of 14 November 2026');
		expect(queryOf(next)).toBe('');

		// The visit goes on when the page is loaded again.
		await next.reload();
		await next.getByRole('heading', { name: 'Since your last visit' }).waitFor();
		await next.close();
	});

	test('is no matter to a link that names a day', async () => {
		const page = await openChanges('?since=last-snapshot', '2026-11-14');
		expect(await page.getByRole('heading', { name: 'Since your last visit' }).count()).toBe(0);
		await since(page).selectOption('Your last visit');
		await page.getByRole('heading', { name: 'Since your last visit' }).waitFor();
		expect(queryOf(page)).toBe('');
		await page.close();
	});

	test('is forgotten at the press of a button', async () => {
		const page = await openChanges('', '2026-11-14');
		await page.getByRole('heading', { name: 'Since your last visit' }).waitFor();
		await page.getByRole('button', { name: 'Forget my visits' }).press('Enter');
		expect(await kept(page)).toBeNull();
		expect(await page.evaluate((name) => sessionStorage.getItem(name), key)).toBeNull();
		expect(
			await page
				.getByText('Your visits are forgotten.')
				.evaluate((words) => words.matches(':focus')),
		).toBe(true);
		expect(await page.getByRole('heading', { name: 'Since your last visit' }).count()).toBe(0);
		expect(await since(page).inputValue()).toBe('last-snapshot');
		await page.close();
	});

	test('has the first page show what is newer, without beginning another', async () => {
		const page = await openTab(browser, { viewport: wide });
		await page.goto(site.urlOf('/'));
		const lines = page.locator('recent-changes li:visible');
		await page.getByRole('heading', { name: 'What changed', exact: true }).waitFor();
		const all = await lines.count();
		await remember(page, '2026-11-22');
		await page.goto(site.urlOf('/'));
		await page
			.getByRole('heading', { name: 'What changed since your visit (22 November 2026)' })
			.waitFor();
		const days = await lines.evaluateAll((shown) => shown.map((line) => line.dataset.day!));
		expect(days.length).toBeGreaterThan(0);
		expect(days.length).toBeLessThan(all);
		expect(new Set(days)).toEqual(new Set(['2026-11-23']));
		expect(await kept(page)).toBe('2026-11-22');
		await page.close();
	});

	test('is not spoken of where the browser keeps nothing', async () => {
		const context = await browser.newContext({ viewport: wide });
		await context.addInitScript(() => {
			// The chrome keeps its theme without asking whether it may: that stays as it is.
			Storage.prototype.setItem = (name) => {
				if (name.startsWith('last-visit')) {
					throw new DOMException('There is no room.', 'QuotaExceededError');
				}
			};
		});
		const page = await context.newPage();
		const { complaints } = listen(page, site);
		await page.goto(site.urlOf(`${changes}?since=2026-11-14`));
		await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
		expect(await page.getByText('Only this browser').filter({ visible: true }).count()).toBe(0);
		expect(complaints).toEqual([]);
		await context.close();
	});
});

test('its pages fit a phone, and are accessible', async () => {
	const page = await openTab(browser);
	await remember(page, '2026-11-14');
	const found: string[] = [];
	for (const path of [
		changes,
		'/roadmap/snapshots/',
		'/roadmap/snapshots/2026-11-14/',
		'/roadmap/issues/',
		'/roadmap/issues/example/tools/widget/1/',
	]) {
		await page.goto(site.urlOf(path));
		found.push(...(await findViolations(page, path)));
	}
	await page.close();
	expect(found).toEqual([]);
}, 90_000);

test('on paper there is what was chosen, and nothing to choose', async () => {
	const page = await openChanges('?since=2026-11-14');
	await page.getByRole('heading', { name: 'Since 14 November 2026' }).waitFor();
	await page.emulateMedia({ media: 'print' });
	expect(await page.getByRole('main').getByRole('combobox').count()).toBe(0);
	expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
	expect((await toldBelow(page, 'Since 14 November 2026')).length).toBeGreaterThan(1);
	await page.close();
});
