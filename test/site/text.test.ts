import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { findPagesOfEachKind } from '../browser/pages.ts';
import { readTexts } from './files.ts';
import { attributeOf } from './page.ts';
import { readRendered, renderHere } from './read-site.ts';

const site = await readRendered(await renderHere());
const texts = await readTexts(site.dist);

const twinOf = (path: string) => texts.get(`${path}index.html.md`.slice(1)) ?? '';

test('every page but the one for lost addresses names its text, and links to it', async () => {
	const lost = ['/404.html', '/offline/'];
	for (const { path } of site.pages) {
		if (!lost.includes(path)) expect(twinOf(path), path).toMatch(/^# \S/);
	}
	const paths = (await findPagesOfEachKind(site.dist)).filter((path) => !lost.includes(path));
	expect(paths.length).toBeGreaterThan(30);
	for (const path of paths) {
		const page = site.page(path);
		const [link] = page.all('link[type="text/markdown"]');
		expect(link && attributeOf(link, 'href'), path).toBe(`${path}index.html.md`);
		expect(page.all('.page-source copy-markdown a')).toHaveLength(1);
	}
	for (const path of lost)
		expect(site.page(path).all('link[type="text/markdown"], copy-markdown')).toEqual([]);
});

test('the text of the roadmap has its stamp and its table, and nothing of the interface', () => {
	const text = twinOf('/roadmap/');
	expect(text).toMatch(/^> \*\*Sample data\*\*/m);
	expect(text).toMatch(/^\| Issue \| Commitment \| Health \| Points \| State \|$/m);
	const { length } = site.page('/roadmap/').all('#issue-rows tr[data-is]');
	expect(length).toBeGreaterThan(10);
	expect(text.match(/^\| .*\/-\/(issues|work_items)\/\d+/gm)).toHaveLength(length);
	expect(text).not.toMatch(/Edit this|Copy as Markdown|Find an issue|Section titled|\bPrevious\b/);
});

test('what GitLab says is text in it', () => {
	expect(twinOf('/roadmap/')).toContain('Escape \\<img src=x onerror=alert(1)> in the log');
	const reader = remark().use(remarkGfm);
	for (const [name, text] of texts) {
		// Without this sign there is no HTML, and to parse all takes seconds.
		if (!name.endsWith('.md') || !text.includes('<')) continue;
		const acting: string[] = [];
		visit(reader.parse(text), 'html', ({ value }) => void acting.push(value));
		expect(acting, name).toEqual([]);
	}
});

test('the index names every text once, and the whole text has what people write', () => {
	const index = texts.get('llms.txt') ?? '';
	const named = [...index.matchAll(/\((\/[^)]*\.md)\)/g)].map(([, path = '']) => path.slice(1));
	const written = [...texts.keys()].filter((name) => name.endsWith('.md'));
	expect(named.toSorted()).toEqual(written.toSorted());
	expect(texts.get('llms-full.txt')).toContain(twinOf('/roadmap/'));
});

test('nothing is said to those alone who point at it', () => {
	const said = site.pages.filter((page) => page.all('main [title]:not(button)').length > 0);
	expect(said.map(({ path }) => path)).toEqual([]);
});
