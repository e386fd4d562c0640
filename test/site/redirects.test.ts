import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { launchChromium } from '../browser/chromium.ts';
import { findPages } from '../browser/pages.ts';
import { serveSite, type ServedSite } from '../browser/serve.ts';
import { base, earlier, host, renamed, renderRenamed } from './below-path.ts';
import { attributeOf, Page } from './page.ts';

const { redirects } = await readRegistry(join(import.meta.dirname, '../..'));
const runner = '/handbook/engineering/devops/runner/';

/** Every heading of the old team page, by its id. */
const oldHeadings = `
vision mission product-strategy-and-roadmap ux-strategy performance-indicator team-members
stable-counterparts dashboards projects-we-maintain product-projects runner-component-projects
helper-projects runner-saas-projects gitlab-projects-that-rely-on-runner-public-facing-apis
technologies common-links how-we-work iterations iteration-planning-and-issue-refinement-process
prioritization-labeling design-and-development-process release guidelines-for-merge-requests
the-responsibility-of-the-merge-request-author the-responsibility-of-reviewers-and-maintainers
runner-group-specific-onboarding-needs onboarding becoming-a-maintainer-for-one-of-our-projects
technical-debt--backstage-work retrospectives deprecations-process issue-health-status-definitions
async-issue-progress-updates how-to-work-with-us on-issues get-our-attention code-review
runner-pm-and-engineering-pre-and-post-sales-process-for-runner-scaling-and-configuration-deep-dives
step-1 step-2 step-3 team-resources
`
	.trim()
	.split(/\s+/);

let dist: string;
let served: ServedSite;
let browser: Browser;

beforeAll(async () => {
	({ dist } = await renderRenamed());
	[served, browser] = await Promise.all([serveSite(dist, base), launchChromium()]);
});

afterAll(async () => {
	await browser.close();
	await served.close();
});

const read = async (path: string) =>
	new Page(path, await readFile(join(dist, path, 'index.html'), 'utf8'));

test.each([
	'/handbook/engineering/development/ops/verify/runner/',
	'/handbook/engineering/devops/runner/',
])('%s and the pages below it stand for what they were', async (old) => {
	for (const below of ['', 'jtbd/', 'user-stories/', 'team-resources/']) {
		const page = await read(old + below);
		expect(attributeOf(page.first('meta[name="robots"]'), 'content')).toBe('noindex');
		expect(attributeOf(page.first('a[data-start]'), 'href')).toMatch(/^\/group\/handbook\//);
	}
});

test('every heading of the old page leads somewhere', async () => {
	const page = await read(runner);
	const ids = new Set(page.all('moved-page [id]').map((element) => attributeOf(element, 'id')));
	expect(oldHeadings.filter((heading) => !ids.has(heading))).toEqual([]);
});

test('every place that an old address or heading leads to is there', async () => {
	const places = redirects.flatMap(({ to, sections }) => [to, ...sections.map((one) => one.to)]);
	expect(places.length).toBeGreaterThan(oldHeadings.length);
	const lost: string[] = [];
	for (const place of new Set(places)) {
		const [path = '', anchor] = place.split('#');
		const isThere =
			existsSync(join(dist, path, 'index.html')) &&
			(anchor === undefined || (await read(path)).all(`[id="${anchor}"]`).length === 1);
		if (!isThere) lost.push(place);
	}
	expect(lost).toEqual([]);
});

test('no old address leads on by way of another', () => {
	const old = new Set(redirects.flatMap(({ from }) => from));
	const places = redirects.flatMap(({ to, sections }) => [to, ...sections.map((one) => one.to)]);
	expect(places.filter((place) => old.has(place.split('#')[0] ?? place))).toEqual([]);
});

test('no page links to an old address', async () => {
	const old = new Set(redirects.flatMap(({ from }) => from.map((address) => base + address)));
	const links = (await findPages(dist)).flatMap((path) =>
		new Page(path, readFileSync(join(dist, path, path.endsWith('/') ? 'index.html' : ''), 'utf8'))
			.all('a')
			.map((link) => attributeOf(link, 'href')?.split('#')[0] ?? '')
			.filter((address) => old.has(address))
			.map((address) => `${path}: ${address}`),
	);
	expect(links).toEqual([]);
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
		{ old: '/start/glossary/#fleeting', place: '/onboarding/glossary/', hash: '#fleeting' },
		{ old: '/jobs/', place: '/strategy/jobs/', hash: '' },
		{ old: '/work/updates/', place: '/work/health/', hash: '#updates' },
		{ old: '/work/updates/#status-and-notes', place: '/work/health/', hash: '#formats' },
		{
			old: '/roadmap/iterations/#our-own-deadlines',
			place: '/work/planning/',
			hash: '#our-own-deadlines',
		},
	])('$old of this site comes to $place$hash', async ({ old, place, hash }) => {
		const page = await browser.newPage();
		await page.goto(served.urlOf(old));
		await page.waitForURL((url) => url.pathname === base + place);
		expect(new URL(page.url()).hash).toBe(hash);
		expect(await page.locator(hash || 'h1').count()).toBe(1);
		await page.close();
	});

	test.each([
		{ anchor: '#get-our-attention', place: '/with-us/' },
		{ anchor: '#runner-group-specific-onboarding-needs', place: '/onboarding/access/' },
		{ anchor: '#nonsense', place: '/' },
		{ anchor: '', place: '/' },
	])('$anchor comes to $place', async ({ anchor, place }) => {
		const page = await browser.newPage();
		await page.goto(served.urlOf(`${runner}${anchor}`));
		await page.waitForURL((url) => url.pathname === base + place);
		expect(await page.locator('h1').count()).toBe(1);
		await page.close();
	});

	test('of a project comes to the same one of its new page', async () => {
		const page = await browser.newPage();
		await page.goto(served.urlOf(`/projects/${earlier}/#checks`));
		await page.waitForURL((url) => url.pathname === `${base}/projects/${renamed!.path}/`);
		expect(new URL(page.url()).hash).toBe('#checks');
		await page.close();
	});

	test('finds its line in a list without JavaScript', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(served.urlOf(`${runner}#get-our-attention`));
		const link = page.locator('li:target a, li:has(:target) a');
		expect(await link.getAttribute('href')).toMatch(/^\/group\/handbook\/with-us\//);
		await context.close();
	});
});
