import { beforeAll, expect, test } from 'vitest';
import { registry } from './drifting.ts';
import { html } from './hostile.ts';
import { textOf } from './page.ts';
import type { ReadSite } from './read-site.ts';
import { readSample } from './sample-site.ts';

const label = "Sample data, not GitLab's";

let site: ReadSite;

beforeAll(async () => {
	site = await readSample();
});

test('every block of a sample says so, and is never called fresh or of GitLab', () => {
	const blocks = site.pages.flatMap((page) => page.all('.data-block > .stamp'));
	expect(blocks.length).toBeGreaterThan(registry.projects.length);
	for (const block of blocks) {
		expect(textOf(block)).toMatch(new RegExp(`^${label} `));
		expect(textOf(block)).not.toMatch(/\bFrom\b|\bFresh\b/);
	}
});

test.each([
	'/projects/',
	'/projects/consumers/',
	'/projects/api/',
	'/projects/impact/',
	'/roadmap/',
	'/team/people/',
	'/about/data/',
])('%s, which shows data, has such a block', (path) => {
	expect(site.page(path).all('.data-block > .stamp').length).toBeGreaterThan(0);
});

test('every page says so below its text, in the same words', () => {
	for (const page of site.pages) {
		expect(textOf(page.first('.page-source')), page.path).toContain(label);
		expect(page.html, page.path).not.toContain('not GitLab’s');
	}
});

test('names of people are text, and there are no more of them than were published', () => {
	const page = site.page('/team/people/');
	const names = page.all('.members li').map(textOf);
	expect(names).toEqual(registry.people.map(() => `${html('member')} @ada.example`));
	expect(page.all('.members :is(img, script, b)')).toEqual([]);
});
