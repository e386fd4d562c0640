import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSite as readDeclared } from '#store/registry.ts';
import { teams } from '../fixtures/teams.ts';
import { base, renderRenamed } from './below-path.ts';
import { attributeOf, Page, textOf } from './page.ts';
import { readRendered } from './read-site.ts';

const site = await readRendered(await renderRenamed());
const work = await readPrint('work');

async function readPrint(section: string): Promise<Page> {
	const file = join(site.dist, 'print', section, 'index.html');
	return new Page(`/print/${section}/`, await readFile(file, 'utf8'));
}

test('all pages of a section are on one, in the order of the sidebar', () => {
	const titles = ['health', 'planning', 'updates', 'deprecations'].map((name) =>
		textOf(site.page(`/work/${name}/`).first('h1')),
	);
	expect(work.all('h2').map(textOf)).toEqual(titles);
	const health = site.page('/work/health/');
	const headings = health.all('.sl-markdown-content h2').map(textOf);
	expect(headings.length).toBeGreaterThan(1);
	expect(work.all('h3').map(textOf)).toEqual(expect.arrayContaining(headings));
});

test.each(['work', 'roadmap', 'projects'])(
	'ids are unique, and links within the page lead to one: %s',
	async (section) => {
		const page = await readPrint(section);
		const ids = page.all('[id]').map((one) => attributeOf(one, 'id'));
		expect(ids.length).toBeGreaterThan(3);
		expect(new Set(ids).size).toBe(ids.length);
		for (const link of page.all('a[href^="#"]')) {
			expect(ids).toContain(decodeURI(attributeOf(link, 'href')!.slice(1)));
		}
	},
);

test('no search lists it, it runs nothing, and it has a policy', async () => {
	expect(attributeOf(work.first('meta[name="robots"]'), 'content')).toBe('noindex');
	expect(work.all('script, [data-pagefind-body]')).toEqual([]);
	expect(work.html).toContain('http-equiv="Content-Security-Policy"');
	const sitemap = await readFile(join(site.dist, 'sitemap-0.xml'), 'utf8');
	expect(sitemap).toContain(`${base}/work/health/`);
	expect(sitemap).not.toMatch(/\/print\/|\/offline\//);
});

test('the first page of a section links to it, and no other', async () => {
	const { sections } = await readDeclared(teams.kettle);
	const speaking = site.pages.filter(({ html }) => html.includes('Print this section'));
	const linked = speaking.flatMap((page) =>
		page
			.all('.page-source a')
			.filter((link) => textOf(link) === 'Print this section')
			.map((link) => ({ from: page.path, to: attributeOf(link, 'href') })),
	);
	expect(linked).toContainEqual({ from: '/work/health/', to: `${base}/print/work/` });
	expect(new Set(linked.map(({ to }) => to)).size).toBe(linked.length);
	expect(linked.length).toBeLessThanOrEqual(sections.length);
	for (const { to } of linked) {
		await readFile(join(site.dist, to!.slice(base.length), 'index.html'));
	}
});
