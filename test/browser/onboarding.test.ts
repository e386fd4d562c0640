import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { findDrift } from '#core/findings/drift.ts';
import type { Finding } from '#core/findings/finding.ts';
import { readSiteData } from '#store/site-data.ts';
import { findPageFindings } from '../../scripts/page-findings.ts';
import { base, host, moved, renderRenamed } from '../site/below-path.ts';
import { textOf } from '../site/page.ts';
import { readRendered } from '../site/read-site.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, wide } from './violations.ts';
import { listen } from './visit.ts';

const path = '/onboarding/';

let findings: Finding[];

/** What is found of the site itself: GitLab has moved a project since the last pull. */
async function find(folder: string): Promise<void> {
	const { registry, snapshot } = await readSiteData(folder);
	findings = [...findDrift(registry, snapshot), ...(await findPageFindings(folder))];
}

const site = await readRendered(await renderRenamed(find));
const { browser, site: served, close } = await browse(site.dist, base);
afterAll(close);

describe('a project that GitLab has renamed', () => {
	test('marks the step that leads there, and no other', () => {
		const steps = site.page(path).all('[data-step]').map(textOf);
		expect(steps).toHaveLength(6);
		expect(steps.filter((step) => step.includes('Moved'))).toEqual([
			expect.stringMatching(/^Boil some water .*Moved: now at tea\/boiler\.$/),
		]);
	});

	test('marks the page that names it, and no other', () => {
		const said = `It names ${moved.from}, which is now at ${moved.to}.`;
		const named = site.pages.filter(({ html }) => html.includes(moved.to));
		const inDoubt = named.filter(({ text }) => text.includes(said));
		expect(inDoubt.map((page) => page.path)).toEqual(['/with-us/']);
		expect(inDoubt[0]?.text).toContain('page may be out of date.');
	});

	test('is a finding with the line of each', () => {
		const marked = findings.filter(
			(finding) =>
				['onboarding-target-changed', 'page-in-doubt'].includes(finding.rule) &&
				JSON.stringify(finding).includes(moved.to),
		);
		expect(marked.map(({ place }) => `${place.file}:${String(place.line)}`)).toEqual([
			'content/registry/onboarding.yaml:24',
			'content/handbook/with-us/index.mdx:21',
		]);
	});
});

test('every page says where to tell what is wrong on it', () => {
	const { search, pathname } = new URL(
		String(
			site
				.page('/work/health/')
				.all('.page-source a')
				.find((link) => textOf(link) === 'Something wrong here?')?.properties.href,
		),
	);
	expect(pathname).toBe('/tea/handbook/-/issues/new');
	const description = new URLSearchParams(search).get('issue[description]');
	expect(description).toContain(`Address: ${host}${base}/work/health/`);
	expect(description).toContain('Snapshot: sample data, 23 November 2026');
});

test('open issues for newcomers are listed, without confidential ones', () => {
	const issues = site.page(path).all('.issue-list li').map(textOf);
	expect(issues).toHaveLength(3);
	expect(issues[0]).toContain('kettle#950001');
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
	const page = await openTab(browser, options);
	await page.goto(served.urlOf(path));
	return page;
}
const countOf = (page: Page) => page.locator('[data-say="count"]').innerText();
const box = (page: Page, id: string) => page.locator(`[data-step] input[value="${id}"]`);
const shown = (page: Page) =>
	page.locator('[data-step]:visible').evaluateAll((steps) => steps.map(({ id }) => id));

describe('the checklist', () => {
	test('is a list without JavaScript, and offers nothing that would not work', async () => {
		const page = await open({ javaScriptEnabled: false, viewport: wide });
		expect(await shown(page)).toHaveLength(6);
		const main = page.getByRole('main');
		for (const role of ['checkbox', 'button', 'combobox'] as const) {
			expect(await main.getByRole(role).count(), role).toBe(0);
		}
		await page.close();
	});

	test('remembers what is ticked in this browser until somebody starts again', async () => {
		const page = await open({ viewport: wide });
		const { complaints } = listen(page, served);
		expect(await countOf(page)).toBe('0 of 6 done');
		await box(page, 'say-hello').press('Space');
		await box(page, 'kettle').press('Space');
		expect(await countOf(page)).toBe('2 of 6 done');
		await page.reload();
		expect(await countOf(page)).toBe('2 of 6 done');
		expect(await box(page, 'kettle').isChecked()).toBe(true);
		await page.getByRole('button', { name: 'Start again' }).press('Enter');
		expect(await countOf(page)).toBe('0 of 6 done');
		await page.reload();
		expect(await box(page, 'kettle').isChecked()).toBe(false);
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('leaves out the steps of other roles and other times', async () => {
		const page = await open();
		await page.locator('select[name="role"]').selectOption('taster');
		expect(await shown(page)).toEqual(['keys', 'say-hello', 'kettle', 'tasting', 'leaves']);
		await page.locator('select[name="when"]').selectOption('week-1');
		expect(await shown(page)).toEqual(['kettle']);
		expect(await countOf(page)).toBe('0 of 1 done');
		expect(new URL(page.url()).search).toBe('?role=taster&when=week-1');
		await page.reload();
		expect(await shown(page)).toEqual(['kettle']);
		expect(await page.getByRole('heading', { name: 'First day', exact: true }).count()).toBe(0);
		await page.close();
	});

	test('is copied as a checklist of GitLab’s, with links that work elsewhere', async () => {
		const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
		await page.getByRole('button', { name: 'Copy as a GitLab checklist' }).press('Enter');
		await page.getByText('Copied.').waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toContain(
			`- [ ] [Get your keys](${host}${base}/onboarding/access/). Brewing manager grants it.`,
		);
		expect(copied).toContain('- [ ] [Boil some water](https://gitlab.example.org/tea/boiler).');
		const form = await page.getByText('Open an issue with these steps').getAttribute('href');
		expect(new URL(form!).searchParams.get('issue[description]')).toBe(copied);
		await page.close();
	});

	test('is still there to be copied by hand where a browser has no clipboard', async () => {
		const page = await open();
		const { complaints } = listen(page, served);
		await page.evaluate(() => {
			Object.defineProperty(navigator, 'clipboard', { value: undefined });
		});
		await page.getByRole('button', { name: 'Copy as a GitLab checklist' }).press('Enter');
		await page.getByText('Couldn’t copy. Select the text below instead.').waitFor();
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('hinders nobody', async () => {
		const page = await open();
		expect(await findViolations(page, path)).toEqual([]);
		await page.close();
	});
});
