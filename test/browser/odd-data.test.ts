import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSnapshot } from '#store/snapshot.ts';
import { teams } from '../fixtures/teams.ts';
import { readTexts } from '../site/files.ts';
import { html } from '../site/hostile.ts';
import { makeContentHostile } from '../site/hostile-content.ts';
import { Page, textOf } from '../site/page.ts';
import { renderSnapshot } from '../site/read-site.ts';
import { browse } from './browse.ts';
import { toOddSnapshot } from './odd-snapshot.ts';
import { findPages, findPagesOfEachKind, pickPages } from './pages.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow, onPhone, wide } from './violations.ts';
import { listen, settle, visitPages } from './visit.ts';

const snapshot = await readSnapshot(teams.kettle);
const { dist } = await renderSnapshot(toOddSnapshot(snapshot!), {}, [], makeContentHostile);
const { browser, site, close } = await browse(dist);
afterAll(close);
// Each project has oddities of its own.
const ofProjects = (await findPages(dist)).filter((path) => path.startsWith('/projects/'));
const paths = new Set([...ofProjects, ...(await findPagesOfEachKind(dist))]);
const page = await openTab(browser, { viewport: narrow });
const visits = await visitPages(page, site, [...paths]);
await page.close();

test('words without an end do not push a page out of a phone', () => {
	expect(visits.flatMap(({ path, tooWide }) => tooWide.map((part) => `${path}: ${part}`))).toEqual(
		[],
	);
});

test('no text lies on another, no page is wider than a desk, and no table is cut off on paper', async () => {
	const page = await openTab(browser, { viewport: wide });
	const spilled: string[] = [];
	for (const path of pickPages(new Map(visits.map((visit) => [visit.path, visit.length])))) {
		await page.goto(site.urlOf(path));
		for (const media of ['screen', 'print'] as const) {
			await page.emulateMedia({ media });
			// A4 between its margins has this width.
			await page.setViewportSize(media === 'print' ? { width: 718, height: 1000 } : wide);
			const parts = await page.evaluate(() =>
				[...document.querySelectorAll('html, .data-block :is(td, th, dd, p, li, .rows-box)')]
					.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth && clientWidth > 0)
					.map(
						({ localName, className, textContent }) =>
							`<${localName} class="${className}"> ${textContent.trim().slice(0, 40)}`,
					),
			);
			spilled.push(...parts.map((part) => `${path} on ${media}: ${part}`));
		}
	}
	await page.close();
	expect(spilled).toEqual([]);
});

test('lines of code that are marked have the room that they need', async () => {
	const page = await openTab(browser, { viewport: narrow });
	await page.goto(site.urlOf('/work/health/'));
	const lines = page.locator('.ec-line.mark');
	const rooms = await lines.evaluateAll((marked) =>
		marked.map(({ scrollHeight, clientHeight }) => clientHeight / scrollHeight),
	);
	expect(rooms).toEqual([1]);
	await page.close();
});

test('a line between paragraphs is seen, and no heading is larger than one above it', async () => {
	const page = await openTab(browser, { viewport: narrow });
	await page.goto(site.urlOf('/work/health/'));
	const styles = await page
		.locator('.sl-markdown-content :is(hr, h2, h3, h4, h5, h6)')
		.evaluateAll((parts) =>
			parts.slice(-6).map((part) => {
				const { fontSize, borderBlockEndColor } = getComputedStyle(part);
				return { size: parseFloat(fontSize), line: borderBlockEndColor };
			}),
		);
	const [rule, ...headings] = styles;
	expect(rule?.line).not.toBe('rgba(0, 0, 0, 0)');
	const sizes = headings.map(({ size }) => size);
	expect(sizes).toHaveLength(5);
	expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
	await page.close();
});

test('pages of stale data are accessible', async () => {
	const page = await openTab(browser);
	const found: string[] = [];
	for (const path of ['/about/data/', '/roadmap/']) {
		await page.goto(site.urlOf(path));
		found.push(...(await findViolations(page, path, onPhone)));
	}
	await page.close();
	expect(found).toEqual([]);
});

describe('texts that try to be HTML', () => {
	let pages: Page[];

	beforeAll(async () => {
		const texts = [...(await readTexts(dist))].filter(([file]) => file.endsWith('.html'));
		pages = texts.map(([file, text]) => new Page(file, text));
	});

	test.each(['', 'consumers/', 'projects/', 'roadmap/issues/', 'roadmap/milestones/', 'work/'])(
		'are in titles below /%s',
		(folder) => {
			const titles = pages
				.filter(({ path }) => path.startsWith(folder))
				.map((page) => textOf(page.first('title')).replace(/ \| .*$/, ''));
			expect(titles).toContainEqual(expect.stringContaining(html('')));
		},
	);

	test('bring no elements and attributes of their own, on any page', () => {
		const found = pages.flatMap((page) => {
			const scripts = page.all('script').filter((script) => textOf(script).includes('alert'));
			// Several pages on one have each its own end, and no footer.
			const isCut = page.path.startsWith('print/')
				? page.all('body > main > article').length < 2
				: page.all('.page-source').length !== 1;
			return [
				...page.all('[onerror], [src="x"]').map(() => `${page.path}: an image`),
				...scripts.map(() => `${page.path}: a script`),
				...(isCut ? [`${page.path}: its end is lost`] : []),
			];
		});
		expect(found).toEqual([]);
	});

	test('meet a policy that comes before all that could run', () => {
		const first = pages.map((page) => [
			page.path,
			...page
				.all('head > *')
				.slice(0, 2)
				.map(({ properties }) => properties),
		]);
		expect(first).toEqual(
			pages.map(({ path }) => [
				path,
				{ charSet: 'utf-8' },
				{
					httpEquiv: ['Content-Security-Policy'],
					content: expect.stringMatching(
						/^default-src 'none';script-src 'self' 'wasm-unsafe-eval'( 'sha256-[\w+/]{43}=')*;/,
					) as unknown,
				},
			]),
		);
	});

	test('run nowhere, and nothing that should run is stopped', () => {
		const heard = visits.flatMap(({ path, complaints }) =>
			complaints.map((text) => `${path}: ${text}`),
		);
		expect(heard).toEqual([]);
	});

	test('are found as words', async () => {
		const page = await openTab(browser);
		const { complaints } = listen(page, site);
		await page.goto(site.urlOf('/'));
		await page.keyboard.press('Control+K');
		await page.keyboard.type('onerror');
		const results = page.getByRole('dialog').getByRole('listitem');
		await results.first().waitFor();
		expect(await results.allInnerTexts()).toContainEqual(expect.stringContaining('<script>'));
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('would run nowhere, had they become elements', async () => {
		const page = await openTab(browser);
		const { complaints } = listen(page, site);
		const harm = `</title><script>alert(3)</script><img src="x" onerror="alert(4)">`;
		await page.route(site.urlOf('/'), async (route) => {
			const answer = await route.fetch();
			await route.fulfill({
				body: (await answer.text()).replace('</title>', harm),
				response: answer,
			});
		});
		await page.goto(site.urlOf('/'));
		await settle(page);
		expect(await page.locator('img[src="x"]').count()).toBe(1);
		const refused = complaints.filter((text) => text.includes('Content Security Policy'));
		expect(refused).toHaveLength(2);
		expect(complaints).not.toContainEqual(expect.stringContaining('A dialog opens'));
		await page.close();
	});
});
