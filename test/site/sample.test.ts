import { expect, test } from 'vitest';
import { findPagesOfEachKind } from '../browser/pages.ts';
import { registry } from './drifting.ts';
import { html } from './hostile.ts';
import { textOf } from './page.ts';
import { readSample } from './sample-site.ts';

const label = 'Sample data';

/** All that the team writes, and some of those that are made for each project, day and so on. */

const site = await readSample();
const pages = (await findPagesOfEachKind(site.dist)).map(site.page);

test('every page with data of a sample says so once, and never that they are fresh or of GitLab', () => {
	const banners = pages.map((page) => page.all('.banner'));
	expect(banners.flat().length).toBeGreaterThan(20);
	for (const [banner, ...others] of banners) {
		expect(others).toEqual([]);
		if (!banner) continue;
		expect(textOf(banner)).toMatch(new RegExp(`^${label} `));
		expect(textOf(banner)).not.toMatch(/\bFrom\b|\bFresh\b/);
	}
});

test.each([
	'/',
	'/projects/',
	'/projects/consumers/',
	'/projects/api/',
	'/projects/impact/',
	'/roadmap/',
	'/roadmap/next/',
	'/team/people/',
])('%s, which shows data, says what they are', (path) => {
	expect(site.page(path).all('.banner')).toHaveLength(1);
});

test('every page says so below its text, in the same words', () => {
	for (const page of pages) {
		expect(textOf(page.first('.page-source')), page.path).toContain(label);
	}
});

test('names of people are text, and there are no more of them than were published', () => {
	const page = site.page('/team/people/');
	const names = page.all('.members li').map(textOf);
	expect(names).toEqual(registry.people.map(() => `${html('member')} @ada.example`));
	expect(page.all('.members :is(img, script, b)')).toEqual([]);
});
