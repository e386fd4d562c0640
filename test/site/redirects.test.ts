import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { browse } from '../browser/browse.ts';
import { openTab } from '../browser/tabs.ts';
import { base, earlier, host, renamed, renderRenamed } from './below-path.ts';
import { findLostPlaces, readPage } from './lost-places.ts';
import { attributeOf, Page } from './page.ts';

const { redirects } = await readRegistry(teams.kettle);

const { dist } = await renderRenamed();
const { browser, site: served, close } = await browse(dist, base);
afterAll(close);

const read = (path: string) => readPage(dist, path);

const [first] = redirects;

test.each(redirects.flatMap(({ from }) => from))('%s stands for what it was', async (old) => {
	// A file where it was one.
	const page = old.endsWith('.html/')
		? new Page(old, await readFile(join(dist, old.slice(0, -1)), 'utf8'))
		: await read(old);
	expect(attributeOf(page.first('meta[name="robots"]'), 'content')).toBe('noindex');
	expect(attributeOf(page.first('a[data-start]'), 'href')).toMatch(/^\/group\/handbook\//);
});

test('every heading of an old page is on it, by each of its ids', async () => {
	const page = await read(first!.from[0]!);
	const ids = new Set(page.all('moved-page [id]').map((element) => attributeOf(element, 'id')));
	for (const { anchors } of first!.sections)
		for (const anchor of anchors) expect(ids).toContain(anchor);
});

test('every place that an old address or heading leads to is there', async () => {
	const places = redirects.flatMap(({ to, sections }) => [to, ...sections.map((one) => one.to)]);
	expect(places.some((place) => place.includes('#'))).toBe(true);
	expect(await findLostPlaces(dist, places)).toEqual([]);
});

test('old addresses are in no sitemap', async () => {
	const sitemap = await readFile(join(dist, 'sitemap-0.xml'), 'utf8');
	expect(sitemap).toContain(`<loc>${host}${base}/with-us/</loc>`);
	for (const { from } of redirects) {
		for (const old of from) expect(sitemap).not.toContain(`<loc>${host}${base}${old}</loc>`);
	}
	expect(sitemap).toContain(`<loc>${host}${base}/projects/${renamed!.path}/</loc>`);
	expect(sitemap).not.toContain(earlier);
});

describe('a project that had another path', () => {
	test('is led to from its old page, which is in no search', async () => {
		const page = await read(`/projects/${earlier}/`);
		expect(attributeOf(page.first('meta[name="robots"]'), 'content')).toBe('noindex');
		expect(attributeOf(page.first('link[rel="canonical"]'), 'href')).toBe(
			`${host}${base}/projects/${renamed!.path}/`,
		);
		expect(page.all('[data-pagefind-body]')).toEqual([]);
		expect((await read(`/projects/${renamed!.path}/`)).all('[data-pagefind-body]')).toHaveLength(1);
	});

	test('has its badge at the old address, too', async () => {
		const badgeOf = (path: string) =>
			readFile(join(dist, 'exports/v1/badges', `${path}.svg`), 'utf8');
		expect(await badgeOf(earlier)).toBe(await badgeOf(renamed!.path));
	});
});

describe('a browser that asks for an old heading', () => {
	test.each([
		{ anchor: '#on-call-1', place: '/with-us/' },
		{ anchor: '#onboarding', place: '/onboarding/access/' },
		{ anchor: '#nonsense', place: '/' },
		{ anchor: '', place: '/' },
	])('$anchor comes to $place', async ({ anchor, place }) => {
		const page = await openTab(browser);
		await page.goto(served.urlOf(`${first!.from[0]!}${anchor}`));
		await page.waitForURL((url) => url.pathname === base + place);
		expect(await page.locator('h1').count()).toBe(1);
		await page.close();
	});

	test('of a project comes to the same one of its new page', async () => {
		const page = await openTab(browser);
		await page.goto(served.urlOf(`/projects/${earlier}/#checks`));
		await page.waitForURL((url) => url.pathname === `${base}/projects/${renamed!.path}/`);
		expect(new URL(page.url()).hash).toBe('#checks');
		await page.close();
	});

	test('finds its line in a list without JavaScript', async () => {
		const page = await openTab(browser, { javaScriptEnabled: false });
		await page.goto(served.urlOf(`${first!.from[0]!}#on-call`));
		const link = page.locator('li:target a, li:has(:target) a');
		expect(await link.getAttribute('href')).toMatch(/^\/group\/handbook\/with-us\//);
		await page.close();
	});
});
