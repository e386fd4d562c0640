import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
import { launchChromium } from '../browser/chromium.ts';
import { findPages } from '../browser/pages.ts';
import { serveSite } from '../browser/serve.ts';
import { findLostPlaces, readPage } from '../site/lost-places.ts';
import { attributeOf, Page } from '../site/page.ts';
import { checkout, renderUnanswered } from './checkout.ts';

const { redirects } = await readRegistry(checkout);

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

const { dist } = await renderUnanswered();

const read = (path: string) => readPage(dist, path);

test.each([
	'/handbook/engineering/development/ops/verify/runner/',
	'/handbook/engineering/devops/runner/',
])('%s and the pages below it stand for what they were', async (old) => {
	for (const below of ['', 'jtbd/', 'user-stories/', 'team-resources/']) {
		const page = await read(old + below);
		expect(page.all('a[data-start]')).toHaveLength(1);
	}
});

test('every heading of the old page leads somewhere', async () => {
	const page = await read('/handbook/engineering/devops/runner/');
	const ids = new Set(page.all('moved-page [id]').map((element) => attributeOf(element, 'id')));
	expect(oldHeadings.filter((heading) => !ids.has(heading))).toEqual([]);
});

test.each([
	{ heading: 'get-our-attention', place: '/with-us/' },
	{ heading: 'runner-group-specific-onboarding-needs', place: '/onboarding/access/' },
])('#$heading leads to $place', ({ heading, place }) => {
	const sections = redirects.flatMap((redirect) => redirect.sections);
	const section = sections.find(({ anchors }) => anchors.includes(heading));
	expect(section?.to.split('#')[0]).toBe(place);
});

test('every place that an old address or heading leads to is there', async () => {
	const places = redirects.flatMap(({ to, sections }) => [to, ...sections.map((one) => one.to)]);
	expect(places.length).toBeGreaterThan(oldHeadings.length);
	expect(await findLostPlaces(dist, places)).toEqual([]);
});

test('no old address leads on by way of another', () => {
	const old = new Set(redirects.flatMap(({ from }) => from));
	const places = redirects.flatMap(({ to, sections }) => [to, ...sections.map((one) => one.to)]);
	expect(places.filter((place) => old.has(place.split('#')[0] ?? place))).toEqual([]);
});

test('no page links to an old address', async () => {
	const old = new Set(redirects.flatMap(({ from }) => from));
	const links = (await findPages(dist)).flatMap((path) => {
		const file = join(dist, path, path.endsWith('/') ? 'index.html' : '');
		const page = new Page(path, readFileSync(file, 'utf8'));
		// To parse all takes seconds.
		if (![...old].some((address) => page.html.includes(`"${address}`))) return [];
		return page
			.all('a')
			.map((link) => attributeOf(link, 'href')?.split('#')[0] ?? '')
			.filter((address) => old.has(address))
			.map((address) => `${path}: ${address}`);
	});
	expect(links).toEqual([]);
});

describe('a browser that asks for an address that this site had', () => {
	test('comes to the same heading, where the new page has it, or to what replaced it', async () => {
		const [served, browser] = await Promise.all([serveSite(dist, '/'), launchChromium()]);
		onTestFinished(async () => {
			await browser.close();
			await served.close();
		});
		const page = await browser.newPage();
		for (const [old, place] of [
			['/start/glossary/#fleeting', '/onboarding/glossary/#fleeting'],
			['/jobs/', '/strategy/jobs/'],
			['/jobs/#see-the-fleet', '/strategy/jobs/#see-the-fleet'],
			['/work/updates/', '/work/health/#updates'],
			['/work/updates/#status-and-notes', '/work/health/#formats'],
			['/roadmap/iterations/#our-own-deadlines', '/work/planning/#our-own-deadlines'],
			['/team/dashboards/#the-four-boards', '/team/resources/#switched-off'],
		] as const) {
			await page.goto(served.urlOf(old));
			await page.waitForURL((url) => url.pathname + url.hash === place);
			const anchor = place.split('#')[1];
			if (anchor !== undefined) expect(await page.locator(`#${anchor}`).count(), old).toBe(1);
		}
	});
});
