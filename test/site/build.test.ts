import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { capitalise } from '#core/words/formats.ts';
import { listKeys } from '#core/registry/keys.ts';
import { registryFiles, toRegistrySchema } from '#model/registry.ts';
import { listNames, lists as kinds, type ListName } from '#model/snapshot.ts';
import { pulledAt } from '../builders.ts';
import { teams } from '../fixtures/teams.ts';
import { base, readDrifting } from './below-path.ts';
import { driftingSnapshot, lists, registry } from './drifting.ts';
import { findHolders, readTexts } from './files.ts';
import { allIn, attributeOf, firstIn, hrefOf, textOf, type Page } from './page.ts';

const { instance, handbook } = registry.site;
const editAddress = `${instance}/${handbook.project}/-/edit/${handbook.branch}/`;
const freshWords = 'From gitlab.example.com, 23 November 2026, 08:30 UTC';
const unknownWords = 'Where we know nothing, this page says “not known”.';

const site = await readDrifting();

/** `[what it says, the date that the reader's browser reads]` for each state that a page tells. */
function statesOn(page: Page): (readonly [string, string | null])[] {
	return page.all('.banner p').map((state) => {
		const [time] = allIn(state, 'time');
		return [textOf(state), time ? attributeOf(time, 'dateTime') : null];
	});
}

test('the site is whole: every page of the handbook, one for each project, and one for nowhere', () => {
	const written = ['/', '/404.html', '/about/data/', '/projects/', '/projects/consumers/'];
	const consumers = registry.consumers.map(({ path }) => `/consumers/${path}/`);
	const endpoints = registry.api.endpoints.map(({ id }) => `/api/${id}/`);
	const projects = registry.projects.map(({ path }) => `/projects/${path}/`);
	expect(site.pages.map(({ path }) => path)).toEqual(
		expect.arrayContaining([
			...written,
			'/roadmap/',
			'/team/people/',
			...projects,
			...consumers,
			...endpoints,
		]),
	);
	expect(site.pages.map(({ path }) => path)).not.toContain('/kit/');
	expect(site.page('/404.html').text).toContain('Page not found');
	expect(hrefOf(site.page('/404.html').first('main .sl-markdown-content'))).toBe(`${base}/`);
});

test('data of GitLab are nowhere called a sample', async () => {
	expect(findHolders(await readTexts(site.dist), /sample data/i)).toEqual([]);
});

describe('what a page says of its data', () => {
	const freshOf = (titles: string) => [`${titles}: ${freshWords}`, pulledAt] as const;
	const missingOf = (title: string, reason: string) =>
		[`${title}: Not pulled yet. ${reason} ${unknownWords}`, null] as const;
	const staleIssues = [
		`Issues of the plan: Not updated. ${lists.issues.reason} What you see is from gitlab.example.com, 20 November 2026, 07:15 UTC`,
		lists.issues.pulledAt,
	] as const;
	const checked = [
		missingOf('Access of the team’s groups', lists.access.reason),
		freshOf('Projects, projects of complete groups'),
	];

	test.each([
		{ path: '/projects/', state: 'stale', states: checked },
		{ path: `/projects/${registry.projects[0]!.path}/`, state: 'stale', states: checked },
		{
			path: '/projects/consumers/',
			state: 'stale',
			states: [
				missingOf('Consumers', lists.consumers.reason),
				freshOf('Source of the consumers, versions of client libraries'),
			],
		},
		{
			path: '/roadmap/',
			state: 'stale',
			states: [staleIssues, freshOf('Milestones, planning issues')],
		},
		{
			path: '/team/people/',
			state: 'stale',
			states: [missingOf('Members', lists.members.reason), freshOf('Groups')],
		},
		{ path: '/roadmap/milestones/', state: 'fresh', states: [[freshWords, pulledAt]] },
		{ path: '/work/health/', state: undefined, states: [] },
	])('$path: the state of each list, the worst first, with date and reason', (expected) => {
		const page = site.page(expected.path);
		expect(statesOn(page)).toEqual(expected.states);
		const [banner] = page.all('.banner');
		expect(banner && attributeOf(banner, 'dataState')).toBe(expected.state);
	});

	test.each([
		{ path: '/projects/', file: 'projects.yaml' },
		{ path: `/projects/${registry.projects[0]!.path}/`, file: 'projects.yaml' },
		{ path: '/projects/consumers/', file: 'consumers.yaml' },
		{ path: '/roadmap/', file: 'plan.yaml' },
		{ path: '/team/people/', file: 'people.yaml' },
		{ path: '/about/data/', file: 'site.yaml' },
	])('what is declared on $path can be edited in $file', ({ path, file }) => {
		const files = site.page(path).all('.edit-data a').map(hrefOf);
		expect(files).toEqual(files.map(() => `${editAddress}content/registry/${file}`));
		expect(files.length).toBeGreaterThan(0);
	});

	test('names the GitLab that was asked, and the file of the company', () => {
		expect(textOf(site.page('/roadmap/').first('.banner'))).toContain('gitlab.example.com');
		expect(textOf(site.page('/team/members/').first('.banner'))).toContain('people.example.com');
	});

	test('has an age whose limit is the registry’s', () => {
		const ages = site.pages.flatMap((page) => page.all('data-age'));
		const limits = ages.map((age) => attributeOf(age, 'stale-after-hours'));
		expect(limits.length).toBeGreaterThan(registry.projects.length);
		expect(new Set(limits)).toEqual(new Set([String(registry.site.staleAfterHours)]));
	});
});

/** Pages that nobody writes, and what decides what is on them. */
const madeOf = [
	{ pages: /^\/projects\/.+\/.+\/$/, file: 'projects.yaml' },
	{ pages: /^\/consumers\/.+/, file: 'consumers.yaml' },
	{ pages: /^\/api\/.+/, file: 'api.yaml' },
	{ pages: /^\/roadmap\/(milestones|snapshots|issues)\/.+/, file: 'plan.yaml' },
	{ pages: /^\/offline\/$/, file: 'site.yaml' },
];

test('every page can be edited where it is written', () => {
	const sources = site.pages.map((page) => {
		const link = page.all('footer a').find((one) => textOf(one) === 'Edit this page');
		return { path: page.path, source: link ? hrefOf(link) : 'no link' };
	});
	for (const { path, source } of sources) {
		expect(source, path).toContain(`${editAddress}content/`);
		const file = source.slice(editAddress.length);
		expect(existsSync(join(teams.kettle, file)), `${path}: ${file}`).toBe(true);
		const made = madeOf.find(({ pages }) => pages.test(path));
		const stem = path === '/' ? '/index' : path.replace(/(\/|\.html)$/, '');
		if (made) expect(file).toBe(`content/registry/${made.file}`);
		else expect(file).toMatch(new RegExp(`^content/handbook${stem}(/index)?\\.mdx$`));
	}
});

test('every page says who answers for it, and where its data are explained', () => {
	for (const page of site.pages) {
		const words = textOf(page.first('.page-source'));
		expect(words, page.path).toMatch(/^Page owner: [a-z ]+\./);
		expect(words, page.path).toContain('Data from gitlab.example.com, 23 November 2026.');
		expect(hrefOf(page.first('.page-source'))).toBe(`${base}/about/data/`);
	}
});

describe('the page about the data', () => {
	function expectedCells(list: ListName): string[] {
		const state = driftingSnapshot.about.lists[list];
		switch (state.state) {
			case 'fresh':
				return ['Fresh', String(state.rows), '23 November 2026, 08:30 UTC', 'nothing'];
			case 'stale':
				return ['Stale', String(state.rows), '20 November 2026, 07:15 UTC', state.reason];
			case 'missing':
				return ['Missing', 'not known', 'never', state.reason];
			case 'not-configured':
				throw new Error(`${list} is not in the table.`);
		}
	}

	test.each(listNames)('has state, rows, date and reason of %s', (list) => {
		const page = site.page('/about/data/');
		const heads = page.all('.list-table thead th').map(textOf);
		const row = page
			.rows('.list-table')
			.find(([title]) => title === capitalise(kinds[list].title))!;
		const cellOf = (head: string) => row[heads.indexOf(head)];
		expect(['State', 'Rows', 'Pulled', 'What failed'].map(cellOf)).toEqual(expectedCells(list));
	});

	test('says when GitLab was last asked, and that this is the day of the plan', () => {
		const { text } = site.page('/about/data/');
		expect(text).toContain('We last pulled from gitlab.example.com on 23 November 2026, 08:30 UTC');
		expect(text).toMatch(/“Today” on this site is 23 November 2026/);
	});
});

test('the registry: every file and each of its keys', () => {
	const page = site.page('/about/registry/');
	expect(page.all('.data-block h2').map(textOf)).toEqual(
		registryFiles.map((name) => `${name}.yaml`),
	);
	expect(page.all('.facts').map((keys) => allIn(keys, 'dt > span > code').map(textOf))).toEqual(
		registryFiles.map((name) => listKeys(toRegistrySchema(name)).map(({ path }) => path)),
	);
	expect(textOf(firstIn(page.first('.facts'), '.fact'))).toBe(
		'title Required, text The name of the handbook. Example: Engine handbook',
	);
});

test('people: why nobody is named, and where GitLab names them', () => {
	const page = site.page('/team/people/');
	const block = page.first('.data-block');
	const said = textOf(block).split(
		`The list of members isn't available yet. ${lists.members.reason}`,
	);
	expect(said).toHaveLength(registry.people.length + 1);
	const links = allIn(block, 'p > a').map(hrefOf);
	for (const { path } of registry.people) {
		expect(links).toContain(
			`${instance}/groups/${path}/-/group_members?with_inherited_permissions=exclude`,
		);
	}
	expect(allIn(block, 'li')).toEqual([]);
});

test('consumers: what nobody has asked for is unknown, and the declared ones are there', () => {
	const page = site.page('/projects/consumers/');
	const rows = page.rows('.consumer-table');
	expect(rows).toHaveLength(registry.consumers.length);
	for (const row of rows) expect(row).toContain('Not known');
	for (const { name, path, api } of registry.consumers) {
		const row = page.all('.consumer-table tbody tr').find((one) => textOf(one).includes(path))!;
		const links = allIn(row, 'a').map(hrefOf);
		expect(links).toEqual(expect.arrayContaining([`${instance}/${path}`, api.url]));
		expect(links[0]).toBe(`${base}/consumers/${path}/`);
		expect(textOf(firstIn(row, 'th'))).toContain(name);
	}
});
