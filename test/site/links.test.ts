import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findDeadLinks, toSiteLink } from '#core/publish/pages/links.ts';
import { readTargets } from '../../scripts/dead-links.ts';
import { base, host, readDrifting } from './below-path.ts';
import { roles } from './drifting.ts';
import { readTexts } from './files.ts';
import { html } from './hostile.ts';
import { attributeOf } from './page.ts';

const site = await readDrifting();

/** `/team/: /somewhere`, for each address in these attributes. */
function addresses(selector: string, attribute: string): { path: string; address: string }[] {
	return site.pages.flatMap((page) =>
		page.all(selector).map((element) => ({
			path: page.path,
			address: attributeOf(element, attribute) ?? '',
		})),
	);
}

const fromRoot = () =>
	[...addresses('[href]', 'href'), ...addresses('[src]', 'src')].filter(({ address }) =>
		address.startsWith('/'),
	);

describe('below a path', () => {
	test('every address of the site begins with the path, and leads to a file', () => {
		const found = fromRoot();
		expect(found.length).toBeGreaterThan(site.pages.length);
		const astray = found.filter(({ address }) => {
			const { pathname } = new URL(address, host);
			if (!pathname.startsWith(`${base}/`)) return true;
			const file = decodeURI(pathname.slice(base.length));
			return !existsSync(join(site.dist, file.endsWith('/') ? `${file}index.html` : file));
		});
		expect(astray).toEqual([]);
	});

	test('every link leads to a page that has the part that it names', async () => {
		const links = addresses('a[href^="/"], a[href^="#"]', 'href').flatMap(({ path, address }) => {
			const own = address.startsWith(base) ? address.slice(base.length) : address;
			const from = { file: path, from: path, isElsewhere: () => false };
			return toSiteLink({ address: own, line: 1 }, from) ?? [];
		});
		expect(links.filter(({ part }) => part !== '').length).toBeGreaterThan(site.pages.length);
		const targets = await readTargets(site.dist, links);
		expect(findDeadLinks(links, (path) => targets.get(path))).toEqual([]);
	});

	test('styles, scripts and the icon of every page are among them', () => {
		for (const page of site.pages) {
			const assets = page.all('head link[rel="stylesheet"], head link[rel~="icon"], script[src]');
			const places = assets.map((one) => attributeOf(one, 'href') ?? attributeOf(one, 'src')!);
			expect(places, page.path).toContain(`${base}/favicon.svg`);
			expect(
				places.filter((place) => !place.startsWith(`${base}/`)),
				page.path,
			).toEqual([]);
		}
	});

	test('styles and scripts ask for nothing outside of it', async () => {
		const texts = await readTexts(join(site.dist, '_astro'));
		const asked = [...texts.values()].flatMap((text) => [
			...text.matchAll(/url\(["']?(\/[^"')]*)/g),
			...text.matchAll(/\bimport\s*\(?["'`](\/[^"'`]*)/g),
		]);
		const astray = asked.map(([, path]) => path).filter((path) => !path?.startsWith(`${base}/`));
		expect(astray).toEqual([]);
	});

	test('scripts have no engine for patterns: a reader would load 100 KB', async () => {
		const texts = await readTexts(join(site.dist, '_astro'));
		const heavy = [...texts].filter(([, text]) => text.includes('error parsing regexp'));
		expect(heavy.map(([file]) => file)).toEqual([]);
	});

	test('the search knows the path, and what it loads is there', () => {
		const bases = addresses('site-search', 'dataBase');
		expect(bases).toHaveLength(site.pages.length);
		expect(new Set(bases.map(({ address }) => address.replace(/\/$/, '')))).toEqual(
			new Set([base]),
		);
		expect(existsSync(join(site.dist, 'pagefind/pagefind.js'))).toBe(true);
	});

	test('each page has its whole address, and the sitemap has them all', () => {
		const ordinary = site.pages.filter(({ path }) => !['/404.html', '/offline/'].includes(path));
		const own = ordinary.map((page) => {
			const whole = `${host}${base}${page.path}`;
			const canonical = page.first('link[rel="canonical"]');
			expect(attributeOf(canonical, 'href')).toBe(whole);
			expect(attributeOf(page.first('link[rel="sitemap"]'), 'href')).toBe(
				`${base}/sitemap-index.xml`,
			);
			return whole;
		});
		const read = (name: string) => readFileSync(join(site.dist, name), 'utf8');
		const locations = (text: string) =>
			[...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at]) => at);
		expect(locations(read('sitemap-index.xml'))).toEqual([`${host}${base}/sitemap-0.xml`]);
		expect(locations(read('sitemap-0.xml')).toSorted()).toEqual(own.toSorted());
	});
});

describe('what GitLab answers is text', () => {
	test('no element, handler or address of a page comes from it', () => {
		for (const page of site.pages) {
			const { path } = page;
			expect(page.all('iframe, object, embed, base'), path).toEqual([]);
			// The site's own mark, in its header.
			const images = page.all('img').map((image) => attributeOf(image, 'src'));
			expect(images, path).toEqual([expect.stringMatching(/\/_astro\/logo\.[^/]+\.svg$/)]);
			const metas = page.all('meta[http-equiv]').map((meta) => attributeOf(meta, 'httpEquiv'));
			expect(metas, path).toEqual(['Content-Security-Policy']);
			const elements = page.all('*');
			const handlers = elements.flatMap(({ properties }) =>
				Object.keys(properties).filter((name) => /^on/i.test(name)),
			);
			expect(handlers, path).toEqual([]);
			const isData = elements.filter(
				({ tagName, children: [child] }) =>
					tagName === 'script' && child?.type === 'text' && child.value.includes('alert('),
			);
			expect(isData, path).toEqual([]);
			expect(page.all('.data-block b'), path).toEqual([]);
		}
	});

	test('links lead to web addresses, pages of the site, parts of pages and our calendar alone', () => {
		const calendar = `webcal://${new URL(host).host}${base}/feeds/milestones.ics`;
		const strange = addresses('[href]', 'href').filter(
			({ address }) => !/^(https?:\/\/[^/]|\/[^/]|#\S)/.test(address) && address !== calendar,
		);
		expect(strange).toEqual([]);
		const acting = ['action', 'formAction', 'src', 'srcSet', 'xLinkHref'].flatMap((attribute) =>
			addresses(`[${attribute.toLowerCase()}]`, attribute),
		);
		expect(acting.filter(({ address }) => !address.startsWith(`${base}/`))).toEqual([]);
	});

	test.each([
		{ page: '/roadmap/', names: ['title', 'workflow', 'reason'] },
		{ page: '/roadmap/next/', names: ['plan'] },
		{ page: '/about/data/', names: ['reason'] },
		{ page: '/projects/', names: ['tag', 'go', 'status'] },
		{
			page: `/projects/${roles.hostile.path}/`,
			names: 'description topic branch licence language tag upcoming status go'.split(' '),
		},
	])('$page shows it as it is', ({ page, names }) => {
		const { text } = site.page(page);
		for (const name of names) {
			expect(text).toContain(html(name).split('alert(2)')[0]);
		}
	});
});
