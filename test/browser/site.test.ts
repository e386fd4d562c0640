import type { Locator } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { projectPage } from '#core/words/links.ts';
import { base, renderRenamed } from '../site/below-path.ts';
import { registry } from '../site/drifting.ts';
import { renderPlanAndCalls } from '../site/plan-and-calls.ts';
import { renderHere } from '../site/read-site.ts';
import type { RenderedSite } from '../site/render-site.ts';
import { launchChromium } from './chromium.ts';
import { findDeadLinks } from './links.ts';
import { findPagesOfEachKind, pickPages } from './pages.ts';
import { serveSite, type ServedSite } from './serve.ts';
import { openTab } from './tabs.ts';
import { everyLook, findViolations, narrow, onPhone, wide } from './violations.ts';
import { listen, settle, visitPages, type Visit } from './visit.ts';

/** Their pages are checked for accessibility where their own tests have more to show on them. */
const checkedElsewhere = ['/api/', '/consumers/', '/roadmap/'];

/** An earlier path of a project has a page, too, which is no result. */
const projectPages = new Set<string>(registry.projects.map(({ path }) => projectPage(path)));

interface Rendered extends ServedSite {
	dist: string;
}

/** Pages of each kind, on a phone, below a path: a link that forgets the path is dead. */
const cleanups: (() => Promise<void>)[] = [];

async function serve(rendering: Promise<RenderedSite>, path = '/'): Promise<Rendered> {
	const { dist } = await rendering;
	const site = await serveSite(dist, path);
	cleanups.unshift(site.close);
	return { ...site, dist };
}

const browser = await launchChromium();
cleanups.push(() => browser.close());
const [atRoot, belowPath] = await Promise.all([serve(renderHere()), serve(renderRenamed(), base)]);
const page = await openTab(browser, { viewport: narrow });
const visits = await visitPages(page, belowPath, await findPagesOfEachKind(belowPath.dist));
await page.close();

afterAll(async () => {
	for (const cleanUp of cleanups) await cleanUp();
});

const isFocused = (part: Locator) => part.evaluate((element) => element.matches(':focus'));

/** `/team/: something is wrong`, for every page that has something to say. */
const tell = (saysOf: (visit: Visit) => readonly string[]) =>
	visits.flatMap((visit) => saysOf(visit).map((text) => `${visit.path}: ${text}`));

describe('a page of each kind', () => {
	test('has no errors in the console', () => {
		expect(tell(({ complaints }) => complaints)).toEqual([]);
	});

	test('asks no other server for anything', () => {
		expect(tell(({ foreign }) => foreign)).toEqual([]);
	});

	test('fits a phone of 360 pixels', () => {
		expect(tell(({ tooWide }) => tooWide)).toEqual([]);
	});

	test('has lists that are lists to every screen reader', () => {
		expect(tell(({ mute }) => mute)).toEqual([]);
	});

	test('loses no word to a reader who needs more room between them', () => {
		expect(tell(({ cut }) => cut)).toEqual([]);
	});

	test('links to pages and headings that exist', async () => {
		expect(await findDeadLinks(visits, belowPath)).toEqual([]);
	});

	test('is shown without any code of the search', () => {
		expect(tell(({ requests }) => requests.filter((url) => url.includes('pagefind')))).toEqual([]);
	});

	test('can be edited', () => {
		const edit = /\/-\/edit\/[^/]+\/content\/\S+$/;
		expect(
			tell(({ links }) => (links.some((link) => edit.test(link)) ? [] : ['no edit link'])),
		).toEqual([]);
	});
});

test('each other kind of page is accessible in both themes, on phones and on desks', async () => {
	const lengths = new Map(visits.map(({ path, length }) => [path, length]));
	const page = await openTab(browser);
	const found: string[] = [];
	const own = pickPages(lengths).filter(
		(path) => !checkedElsewhere.some((folder) => path.startsWith(folder)),
	);
	for (const path of own) {
		await page.goto(atRoot.urlOf(path));
		found.push(...(await findViolations(page, path, path === '/' ? everyLook : undefined)));
	}
	await page.goto(atRoot.urlOf('/'));
	await page.setViewportSize(narrow);
	await page.getByRole('button', { name: 'Menu' }).click();
	found.push(...(await findViolations(page, 'the menu', onPhone)));
	await page.close();
	expect(found).toEqual([]);
}, 180_000);

test('an address with a wrong letter, or of another folder, names the page that was meant', async () => {
	const page = await openTab(browser);
	const near = page.locator('near-pages');
	await page.goto(belowPath.urlOf('/roadmap/milestnoes/'));
	await near.getByRole('link').first().click();
	await page.waitForURL(belowPath.urlOf('/roadmap/milestones/'));
	await page.goto(belowPath.urlOf('/no/such/thing/whatever/'));
	expect(await near.isVisible()).toBe(false);
	await page.close();
});

test('a page is copied as Markdown', async () => {
	const page = await openTab(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
	await page.goto(belowPath.urlOf('/roadmap/'));
	await page.getByRole('button', { name: 'Copy as Markdown' }).click();
	await page.getByText('Copied.').waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toMatch(/^# \S+[^]*\| Issue \|/);
	expect(copied).toContain(`${base}/about/data/)`);
	await page.close();
});

test('an address that leads nowhere shows the page that says so, and ways on', async () => {
	const page = await openTab(browser);
	const answer = await page.goto(belowPath.urlOf('/no/such/page/'));
	expect(answer?.status()).toBe(404);
	await page.getByRole('main').getByRole('link', { name: 'home page' }).click();
	expect(page.url()).toBe(belowPath.urlOf('/'));
	await page.close();
});

describe('search', () => {
	test.each([
		{ where: 'at the root of a host', site: () => atRoot },
		{ where: 'below a path', site: () => belowPath },
	])('finds a project by its name, $where, by keyboard alone', async ({ site }) => {
		const page = await openTab(browser, { viewport: wide });
		const { complaints, requests } = listen(page, site());
		await page.goto(site().urlOf('/'));
		await settle(page);
		expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);

		// The longest name has the most words to be found by.
		const [project] = visits
			.filter(({ path }) => projectPages.has(path))
			.toSorted((a, b) => b.title.length - a.title.length);
		await page.keyboard.press('Control+K');
		await page.keyboard.type(project!.title);
		await page.getByRole('status').getByText(`found for “${project!.title}”`).waitFor();
		const results = page.getByRole('dialog').getByRole('listitem').getByRole('link');
		const addresses = await results.evaluateAll((links) =>
			links.map((link) => (link as HTMLAnchorElement).href),
		);
		expect(addresses).toContain(site().urlOf(project!.path));

		// Past the button that closes, to the first result.
		for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
		await page.waitForURL(addresses[0]!);
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('leads to the part of a page that has the words, below a path as well', async () => {
		const page = await openTab(browser, { viewport: wide });
		await page.goto(belowPath.urlOf('/'));
		await page.keyboard.press('Control+K');
		await page.keyboard.type('limescale leaves');
		const part = page.getByRole('listitem').filter({ hasText: 'At risk' });
		expect(await part.locator('small').innerText()).toBe('At risk');
		await part.getByRole('link', { name: 'Health statuses', exact: true }).click();
		await page.waitForURL(belowPath.urlOf('/work/health/#at-risk'));
		await page.close();
	});

	test('is accessible while it is open', async () => {
		const page = await openTab(browser);
		await page.goto(atRoot.urlOf('/'));
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await page.getByRole('dialog').getByRole('searchbox').fill('kettle');
		await page.getByRole('dialog').getByRole('listitem').first().waitFor();
		expect(await findViolations(page, 'the search')).toEqual([]);
		await page.close();
	});

	test('is left by Escape for where it was opened, and keeps its words to be typed over', async () => {
		const page = await openTab(browser, { viewport: wide });
		await page.goto(atRoot.urlOf('/'));
		const button = page.getByRole('button', { name: 'Search', exact: true });
		await button.press('Enter');
		await page.keyboard.type('kettle');
		const results = page.getByRole('dialog').getByRole('listitem').getByRole('link');
		await results.nth(1).waitFor();
		for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
		expect(await isFocused(results.nth(1))).toBe(true);
		await page.keyboard.press('Escape');
		expect(await page.getByRole('dialog').count()).toBe(0);
		expect(await isFocused(button)).toBe(true);

		await button.press('Enter');
		await page.keyboard.type('brew');
		expect(await page.getByRole('dialog').getByRole('searchbox').inputValue()).toBe('brew');
		await page.close();
	});

	test('says so when nothing is found, or nothing with one of the words', async () => {
		const page = await openTab(browser);
		await page.goto(atRoot.urlOf('/'));
		await page.keyboard.press('Control+K');
		await page.keyboard.type('xyzzyplugh');
		await page.getByText('Nothing found for “xyzzyplugh”').waitFor();
		await page.getByRole('dialog').getByRole('searchbox').fill('plugged limescale exports');
		await page.getByText('without “exports”').waitFor();
		expect(await page.getByRole('dialog').getByRole('listitem').count()).toBeGreaterThan(0);
		await page.close();
	});
});

describe('the age of data', () => {
	test('is told once they are old, also while the page is open, and not on paper', async () => {
		// What is invented does not grow old: this is a pull.
		const pulled = await serve(renderPlanAndCalls());
		const page = await browser.newPage();
		await page.clock.install({ time: 0 });
		await page.goto(pulled.urlOf('/roadmap/milestones/'));
		const banner = page.locator('data-age');
		const pulledAt = Date.parse((await banner.locator('time').getAttribute('datetime'))!);
		const limitHours = Number(await banner.getAttribute('stale-after-hours'));

		await page.clock.setSystemTime(pulledAt + 2 * 3_600_000);
		await page.reload();
		expect(await banner.getAttribute('data-state')).toBe('fresh');
		expect(await banner.innerText()).not.toContain('ago');

		await page.clock.fastForward(limitHours * 3_600_000);
		expect(await banner.getAttribute('data-state')).toBe('stale');
		expect(await banner.getByText('Updated 1 day ago.').isVisible()).toBe(true);
		await page.emulateMedia({ media: 'print' });
		expect(await banner.innerText()).not.toContain('ago');
		await page.close();
	});
});

test('without JavaScript dates are plain, the menu opens, and nothing is offered that would not work', async () => {
	const page = await openTab(browser, { javaScriptEnabled: false, viewport: narrow });
	await page.goto(atRoot.urlOf('/projects/'));
	expect(await page.locator('data-age').innerText()).toMatch(/\d+ \w+ \d{4}/);
	expect(await page.getByText('Search', { exact: true }).isVisible()).toBe(false);
	await page.getByRole('button', { name: 'Menu' }).click();
	await page.getByRole('navigation').getByRole('link', { name: 'Home' }).waitFor();
	expect(await page.getByLabel('Select theme').filter({ visible: true }).count()).toBe(0);
	await page.close();
});

test.each([
	{ where: 'on a desk', viewport: wide },
	{ where: 'on a phone', viewport: narrow },
])(
	'a long label is whole and stays in its line $where, and in the colours of the system',
	async ({ viewport }) => {
		const page = await openTab(browser, { viewport });
		await page.goto(atRoot.urlOf('/work/health/'));
		const text = page.locator('.sl-markdown-content > p').first();
		const readParts = () =>
			text.evaluate((paragraph) => {
				paragraph.innerHTML = `<a class="label-pill"><span class="label-scope">Application Security Team</span><span class="label-value">${'reviewed '.repeat(9)}</span></a>`;
				const { right } = paragraph.getBoundingClientRect();
				return [...paragraph.querySelectorAll('span')].map((part) => ({
					isCut: part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight,
					isInLine: part.getBoundingClientRect().right < right + 1,
					colour: getComputedStyle(part).color,
				}));
			});
		const parts = await readParts();
		expect(parts).toMatchObject([
			{ isCut: false, isInLine: true },
			{ isCut: false, isInLine: true },
		]);
		// Behind words the system puts its own ground: they have its colour for words.
		await page.emulateMedia({ forcedColors: 'active' });
		const colours = (await readParts()).map(({ colour }) => colour);
		expect(new Set(colours).size).toBe(1);
		await page.emulateMedia({ forcedColors: null });
		await page.close();
	},
);

test('where a browser refuses to keep anything, nothing fails, and the theme is that of the system', async () => {
	const context = await browser.newContext({ colorScheme: 'light' });
	await context.addInitScript(() => {
		const get = () => {
			throw new DOMException('Access is denied.', 'SecurityError');
		};
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, { get, configurable: true });
		}
	});
	const page = await context.newPage();
	const { complaints } = listen(page, atRoot);
	for (const path of ['/', '/roadmap/changes/', '/onboarding/']) {
		await page.goto(atRoot.urlOf(path));
		await settle(page);
		expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
	}
	await page.getByLabel('Select theme').filter({ visible: true }).selectOption('Dark');
	expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
	expect(complaints).toEqual([]);
	await context.close();
});

test('a need has an address that opens it without JavaScript, and only one is open', async () => {
	const page = await openTab(browser, { javaScriptEnabled: false, viewport: narrow });
	await page.goto(`${atRoot.urlOf('/with-us/')}#leak`);
	const leak = page.getByRole('link', { name: 'Open an issue' });
	expect(await leak.isVisible()).toBe(true);
	expect(await leak.getAttribute('href')).toMatch(
		/\/tea\/kettle\/-\/issues\/new\?issuable_template=Leak&issue\[description\]=%2Flabel/,
	);
	expect(await page.getByText('Answer: within 2 days').isVisible()).toBe(true);
	await page.getByText('A word').click();
	const channel = page.getByRole('link', { name: 'Open #kettle_help' });
	expect(await channel.getAttribute('href')).toBe('https://chat.example.com/archives/C0KETTLE');
	expect(await channel.isVisible()).toBe(true);
	expect(await leak.isVisible()).toBe(false);
	await page.close();
});
