import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkout, renderUnanswered } from './checkout.ts';
import { contactFacts } from './facts/contact.ts';
import { datedFacts } from './facts/dated.ts';
import { deprecationFacts } from './facts/deprecations.ts';
import type { FactGroup } from './facts/fact.ts';
import { glossaryFacts } from './facts/glossary.ts';
import { iterationFacts } from './facts/iterations.ts';
import { jobFacts } from './facts/jobs.ts';
import { projectFacts } from './facts/projects.ts';
import { resourceFacts } from './facts/resources.ts';
import { roadmapFacts } from './facts/roadmap.ts';
import { quotations, startFacts } from './facts/start.ts';
import { statusFacts } from './facts/status.ts';
import { strategyFacts } from './facts/strategy.ts';
import { teamFacts } from './facts/team.ts';
import { workFacts } from './facts/work.ts';
import { addressErrors, wordErrors } from './old-errors.ts';
import { findLoss } from './find-losses.ts';
import { allIn, attributeOf, Page, textOf } from '../site/page.ts';
import { findPassages, writtenPart } from './passages.ts';
import { findShingles, hashShingle } from './shingles.ts';

const groups = [
	...startFacts,
	...strategyFacts,
	...glossaryFacts,
	...jobFacts,
	...teamFacts,
	...resourceFacts,
	...projectFacts,
	...roadmapFacts,
	...iterationFacts,
	...workFacts,
	...deprecationFacts,
	...statusFacts,
	...contactFacts,
];
const everyGroup = [...groups, ...datedFacts];
const mostWords = 900;

/** Those with facts, and those that the team writes. */

const { dist } = await renderUnanswered();
const paths = await findWrittenPaths(join(checkout, 'content/handbook'));
const all = new Set([...paths, ...everyGroup.map(({ page }) => page)]);
const read = await Promise.all([...all].map((path) => readPage(dist, path)));
const pages = new Map(read.flatMap((page) => (page ? [[page.path, page]] : [])));
const written = paths.map(pageAt);

async function findWrittenPaths(folder: string): Promise<string[]> {
	const files = await readdir(folder, { recursive: true });
	return files
		.filter((file) => file.endsWith('.mdx') && file !== '404.mdx')
		.map(
			(file) =>
				`/${file
					.split(sep)
					.join('/')
					.replace(/\.mdx$/, '')}/`,
		)
		.map((path) => path.replace(/\/index\/$/, '/'))
		.toSorted();
}

async function readPage(dist: string, path: string): Promise<Page | undefined> {
	const html = await readFile(join(dist, path, 'index.html'), 'utf8').catch(() => undefined);
	return html === undefined ? undefined : new Page(path, html);
}

function pageAt(path: string): Page {
	const page = pages.get(path);
	if (!page) throw new Error(`There is no page ${path} any more.`);
	return page;
}

describe('every fact of the team’s old page is on its page', () => {
	for (const group of groups) {
		test(`${group.page} from ${group.from}`, () => {
			expect(lossesOf(group), `${group.page} no longer says`).toEqual([]);
		});
	}
});

describe('every fact that became known since is on its page', () => {
	for (const group of datedFacts) {
		test(`${group.page} from ${group.from}, ${group.date}: ${group.facts[0]?.about ?? ''}`, () => {
			expect(lossesOf(group), `${group.page} no longer says`).toEqual([]);
		});
	}

	test('has a source with a day', () => {
		for (const { date } of datedFacts) expect(date).toMatch(/^(\d{4}-\d\d-\d\d|undated)$/);
		expect(datedFacts.flatMap(({ facts }) => facts).length).toBeGreaterThanOrEqual(120);
	});
});

function lossesOf({ page, facts }: FactGroup): string[] {
	return facts.flatMap((fact) => {
		const loss = findLoss(pageAt(page), fact);
		return loss === undefined ? [] : [`${fact.about}: ${loss}`];
	});
}

test('a page without text tells none of them', () => {
	const html = '<main><h1>Title</h1><div class="sl-markdown-content"></div></main>';
	const told = everyGroup.flatMap(({ page, facts }) =>
		facts
			.filter((fact) => findLoss(new Page(page, html), fact) === undefined)
			.map(({ about }) => `${page}: ${about}`),
	);
	expect(told).toEqual([]);
});

describe('every page', () => {
	test(`has at most ${String(mostWords)} words of its own`, () => {
		const long = written
			.map((page) => `${String(countWords(page)).padStart(4)} ${page.path}`)
			.filter((line) => parseInt(line, 10) > mostWords);
		expect(long).toEqual([]);
	});

	test('has a title, a description and an owner, who is a role', () => {
		for (const page of written) {
			const description = attributeOf(page.first('meta[name="description"]'), 'content');
			expect(textOf(page.first('main h1')), page.path).not.toBe('');
			expect(description, page.path).toMatch(/\w.*\w.*\.$/);
			expect(page.text, page.path).toMatch(/Page owner: [a-z]+( [a-z]+)+\./);
		}
	});

	test('opens with a sentence that is no question', () => {
		const others = written.filter((page) => {
			const [first] = page.all('main p.lede, .sl-markdown-content > p:first-child');
			return first === undefined || /^[^.]*\?/.test(textOf(first));
		});
		expect(others.map(({ path }) => path)).toEqual([]);
	});
});

/** Without what GitLab answers, and the links beside headings. */
function countWords(page: Page): number {
	const without = allIn(writtenPart(page), '.data-block, .sl-anchor-link');
	const count = (text: string) => text.split(' ').filter(Boolean).length;
	return without.reduce(
		(words, part) => words - count(textOf(part)),
		count(textOf(writtenPart(page))),
	);
}

test('no eight words in a row are the old page’s, but what is quoted', async () => {
	const file = join(import.meta.dirname, 'old-shingles.txt');
	const old = new Set((await readFile(file, 'utf8')).split(/\s+/));
	const quoted = new Set(Object.values(quotations).flatMap(findShingles));
	const copied = written.flatMap((page) =>
		findPassages(page)
			.flatMap(({ text }) => findShingles(text))
			.filter((shingle) => old.has(hashShingle(shingle)) && !quoted.has(shingle))
			.map((shingle) => `${page.path}: ${shingle}`),
	);
	expect([...new Set(copied)]).toEqual([]);
});

describe('no error of the old page has come back', () => {
	test.each(wordErrors)('in words: $right', ({ wrong }) => {
		const hits = [...pages.values()].filter((page) => wrong.test(page.text));
		expect(hits.map(({ path }) => path)).toEqual([]);
	});

	test.each(addressErrors)('in addresses: $right', ({ wrong }) => {
		const hits = [...pages.values()].flatMap((page) =>
			page
				.all('main a')
				.map((link) => attributeOf(link, 'href') ?? '')
				.filter((address) => wrong.test(address))
				.map((address) => `${page.path}: ${address}`),
		);
		expect(hits).toEqual([]);
	});

	test('in form: no heading ends with a colon or is part of an example, no link is bare', () => {
		for (const page of pages.values()) {
			const headings = page.all('main :is(h1, h2, h3, h4, h5, h6)').map(textOf);
			expect(
				headings.filter((text) => /:$|^Update |^MRs$/.test(text)),
				page.path,
			).toEqual([]);
			const links = page.all('main a').map(textOf);
			expect(
				links.filter((text) => /^https?:/.test(text)),
				page.path,
			).toEqual([]);
		}
	});

	test('what needs a login says so', () => {
		const unmarked = written.flatMap((page) =>
			findPassages(page)
				.filter(({ links }) => links.some((link) => link.startsWith('https://internal.gitlab.com')))
				.filter(({ text }) => !/internal/i.test(text))
				.map(({ text }) => `${page.path}: ${text}`),
		);
		expect(unmarked).toEqual([]);
	});

	test('nothing is asked of the dashboards’ old site', () => {
		for (const page of pages.values()) {
			expect(page.all('tableau-viz, iframe, script[src*="tableau"]'), page.path).toEqual([]);
		}
	});
});
