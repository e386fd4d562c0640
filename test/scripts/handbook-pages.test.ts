import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuseBadPages } from '../../scripts/handbook-pages.ts';

const fixtures = join(import.meta.dirname, '../fixtures/registry');

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'pages-'));
	await cp(fixtures, join(root, 'content/registry'), { recursive: true });
	for (const page of ['index.mdx', '404.mdx', 'work/health.mdx']) await write(page);
});
afterEach(() => rm(root, { recursive: true }));

const needed = 'title: A page\ndescription: What it says.\nowner: engineering manager';

async function write(page: string, head = '', text = 'Text'): Promise<void> {
	const file = join(root, 'content/handbook', page);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, `---\n${needed}\n${head}\n---\n\n${text}\n`);
}

const check = () => refuseBadPages(root);

test('a step of new members that leads to no page is refused with its line', async () => {
	const target = '{ page: /work/helth/ }';
	const step = `  - { id: health, title: Read, why: It matters., target: ${target}, when: day-1 }`;
	const file = join(root, 'content/registry/onboarding.yaml');
	await writeFile(file, `steps:\n${step}\n`);
	await expect(check()).rejects.toThrow(
		'onboarding.yaml:2 links to /work/helth/, but there is no such page. Expected /work/health/',
	);
	await writeFile(file, `steps:\n${step.replace('helth', 'health')}\n`);
	await expect(check()).resolves.toMatchObject({ mistakes: [] });
});

describe('a page that cannot be published is refused by name', () => {
	test.each([
		{ page: 'q?x.mdx', says: 'content/handbook/q?x.mdx has "?" in its name. Expected letters' },
		{ page: 'work/a#b.mdx', says: 'has "#" in its name' },
		{ page: 'work/100%.mdx', says: 'has "%" in its name' },
		{ page: 'a%20b/c.mdx', says: 'has "%" in its name' },
		{ page: 'a\\b.mdx', says: 'has "\\" in its name' },
		{ page: 'a:b.mdx', says: 'has ":" in its name' },
		{ page: 'a*b.mdx', says: 'has "*" in its name' },
		{ page: 'a|b.mdx', says: 'has "|" in its name' },
		{ page: 'a<b>.mdx', says: 'has "<" in its name' },
		{ page: 'a"b.mdx', says: 'has """ in its name' },
		{ page: 'a\u0007b.mdx', says: String.raw`handbook/a\u0007b.mdx has "\u0007" in its name` },
		{ page: 'a\nb.mdx', says: 'in its name. Expected letters' },
		{ page: 'a\u202Exdm.mdx', says: String.raw`has "\u202E" in its name` },
		{ page: 'work/!!!.mdx', says: 'has no letter or digit' },
		{ page: 'pagefind.mdx', says: 'would be published at /pagefind/, where the site puts' },
		{ page: 'pagefind/a.mdx', says: 'would be published at /pagefind/a/' },
		{ page: 'PageFind/a.md', says: 'would be published at /pagefind/a/' },
		{ page: 'exports/v1/a.mdx', says: 'would be published at /exports/v1/a/' },
		{ page: 'feeds/index.mdx', says: 'would be published at /feeds/' },
		{ page: '_astro/a.mdx', says: 'would be published at /_astro/a/' },
		{ page: 'api/list-cars.mdx', says: 'would be published at /api/list-cars/' },
		{ page: 'consumers/acme/car.mdx', says: 'would be published at /consumers/acme/car/' },
		{
			page: 'roadmap/milestones/18-6.mdx',
			says: 'would be published at /roadmap/milestones/18-6/',
		},
		{ page: 'projects/acme/engine.mdx', says: 'would be published at /projects/acme/engine/' },
		{
			page: 'work/health/index.mdx',
			says: 'at /work/health/, as content/handbook/work/health.mdx is',
		},
	])('$page', async ({ page, says }) => {
		await write(page);
		await expect(check()).rejects.toThrow(says);
		await expect(check()).rejects.toThrow(/^content\/handbook can't be .*Rename or move .*Git\.$/s);
	});

	test('by the address that it asks for', async () => {
		await write('work/a.mdx', 'slug: pagefind/a');
		await expect(check()).rejects.toThrow('work/a.mdx would be published at /pagefind/a/');
		await write('work/a.mdx', 'slug: "what?"');
		await expect(check()).rejects.toThrow('work/a.mdx has "?" in its slug');
	});

	test.each([
		{ page: 'index.mdx', says: 'content/handbook/index.mdx is missing. Expected the first page' },
		{ page: '404.mdx', says: 'content/handbook/404.mdx is missing. Expected the page for' },
		{ page: '', says: 'content/handbook/index.mdx is missing' },
	])('without $page', async ({ page, says }) => {
		await rm(join(root, 'content/handbook', page), { recursive: true });
		await expect(check()).rejects.toThrow(says);
	});
});

test.each([
	'work/exports.md.mdx',
	'work/pagefind/a.mdx',
	'work/Über uns (neu), v1.2 & more.mdx',
	'work/日本.mdx',
	'_draft?.mdx',
	'.hidden/a?.mdx',
	'work/a?.txt',
])('%s is published, or is no page', async (page) => {
	await write(page);
	await expect(check()).resolves.toBeDefined();
});

test.each([
	'exports.md',
	'feedsback',
	'roadmap/milestones',
	'roadmap/issues',
	'projects/tools',
	'projects/acme/guide',
	'api/guide',
	'consumers/guide',
])('a page can be published at /%s/', async (slug) => {
	await write('work/a.mdx', `slug: ${slug}`);
	await expect(check()).resolves.toBeDefined();
});

test.each(['work/deep.md', 'work/deep.mdx'])(
	'%s with a list in a list, and so on, is refused before it is parsed',
	async (page) => {
		const list = Array.from({ length: 400 }, (_, level) => `${'  '.repeat(level)}- one more`);
		await write(page, '', list.join('\n'));
		await expect(check()).rejects.toThrow(
			/^content\/handbook\/work\/deep\.mdx? is nested too deeply\.\n.*\(line 58\)/,
		);
	},
);
