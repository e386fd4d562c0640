import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';
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

let dist: string;

beforeAll(async () => {
	({ dist } = await renderUnanswered());
});

const read = async (path: string) =>
	new Page(path, await readFile(join(dist, path, 'index.html'), 'utf8'));

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
