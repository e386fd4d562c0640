import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { base, renderRenamed } from '../site/below-path.ts';
import { findFirefox, launchFirefox, type Firefox } from './firefox.ts';
import { findPages, pickPages } from './pages.ts';
import { serveSite, type ServedSite } from './serve.ts';

const path = findFirefox();
const keys = { tab: '\uE004', shift: '\uE008', control: '\uE009', escape: '\uE00C' };

if (path === undefined) console.warn('No Firefox is installed: its tests are skipped.');

describe.skipIf(path === undefined)('in Firefox', () => {
	let firefox: Firefox;
	let dist: string;
	let site: ServedSite;
	const open = (page: string) => firefox.open(site.urlOf(page));

	beforeAll(async () => {
		({ dist } = await renderRenamed());
		site = await serveSite(dist, base);
		firefox = await launchFirefox(path!);
	});
	afterAll(async () => {
		await firefox.close();
		await site.close();
	});
	beforeEach(() => firefox.resize(1280, 900));

	test('pages of each kind run without an error, hold their policy, and fit a phone', async () => {
		await firefox.resize(360, 740);
		const pages = await findPages(dist);
		const kinds = pickPages(new Map(pages.map((page) => [page, page.length])));
		expect(kinds.length).toBeGreaterThan(8);
		const tooWide: string[] = [];
		for (const page of kinds) {
			await open(page);
			const width = await firefox.run(() => document.documentElement.scrollWidth);
			if (width > 360) tooWide.push(`${page}: ${String(width)}`);
		}
		expect(tooWide).toEqual([]);
		expect(firefox.complaints).toEqual([]);
	});

	test('what the policy of a page refuses is told, so that its silence means something', async () => {
		await open('/');
		await firefox.run(() => {
			const script = document.createElement('script');
			script.textContent = 'document.title = "refused"';
			document.head.append(script);
		});
		await expect.poll(() => firefox.complaints.join()).toMatch(/Content-Security-Policy/);
		expect(await firefox.run(() => document.title)).not.toBe('refused');
		firefox.complaints.length = 0;
	});

	test('a chip leaves the rows that it counts', async () => {
		await open('/roadmap/');
		const rows = () =>
			firefox.run(
				() =>
					[...document.querySelectorAll('#issue-rows tbody tr[data-is]')].filter(
						(row) => row.getClientRects().length > 0,
					).length,
			);
		const all = await rows();
		const chosen = await firefox.run(() => {
			const chips = [...document.querySelectorAll<HTMLAnchorElement>('a.chip[href^="#"]')];
			const counts = chips.map((chip) => Number(chip.querySelector('strong')?.textContent));
			const index = counts.findIndex((count) => count > 0 && count < Math.max(...counts));
			chips[index]?.click();
			return counts[index];
		});
		expect(chosen).toBeGreaterThan(0);
		await expect.poll(rows).toBe(chosen);
		expect(all).toBeGreaterThan(chosen!);
	});

	test('the search finds, by keyboard', async () => {
		await open('/');
		await firefox.press(['k'], keys.control);
		await firefox.until(() => document.querySelector('site-search dialog[open]') !== null);
		await firefox.press('kettle'.split(''));
		await firefox.until(() => document.querySelectorAll('site-search li a').length > 1);
		expect(firefox.complaints).toEqual([]);
	});

	test('the theme that a reader chooses is kept', async () => {
		await open('/');
		await firefox.run(() => {
			const select = document.querySelector<HTMLSelectElement>('starlight-theme-select select');
			select!.value = 'dark';
			select!.dispatchEvent(new Event('change', { bubbles: true }));
		});
		await open('/roadmap/');
		const { theme, colour } = await firefox.run(() => ({
			theme: document.documentElement.dataset.theme,
			colour: getComputedStyle(document.body).colorScheme,
		}));
		expect(theme).toBe('dark');
		expect(colour).toBe('dark');
	});

	test('a link says what it leads to, under the pointer and by keyboard', async () => {
		await open('/work/health/');
		const { x, y } = await firefox.run(() => {
			const link = document.querySelector('main a[data-preview]')!;
			link.scrollIntoView({ block: 'center' });
			const { x, y, width, height } = link.getBoundingClientRect();
			return { x: x + width / 2, y: y + height / 2 };
		});
		const isShown = () => document.querySelector('#link-preview:popover-open') !== null;
		const isHidden = () => document.querySelector('#link-preview:popover-open') === null;
		await firefox.point(x, y);
		await firefox.until(isShown);
		await firefox.press([keys.escape]);
		await firefox.until(isHidden);
		await firefox.press([keys.tab]);
		await firefox.run(() => {
			document.querySelector<HTMLAnchorElement>('main a[data-preview]')!.focus();
		});
		await firefox.until(isShown);
		expect(await firefox.run(() => document.querySelector('#link-preview')!.textContent)).toBe(
			'What hard water leaves.',
		);
	});

	test('visited pages open without a network, and say their age', async () => {
		// Of one that lets the browser keep nothing without the worker.
		const left = await serveSite(dist, base, { keeps: false });
		await firefox.open(left.urlOf('/'));
		await firefox.until(() => navigator.serviceWorker.controller !== null);
		await firefox.open(left.urlOf('/roadmap/'));
		await left.close();
		await firefox.open(left.urlOf('/'));
		await firefox.until(() =>
			(document.querySelector('offline-note')?.textContent ?? '').includes(
				'You are offline. This page is from',
			),
		);
		await firefox.open(left.urlOf('/team/people/'));
		await firefox.until(() => document.querySelectorAll('saved-pages a').length > 1);
	});
});
