import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { registry } from '../site/drifting.ts';
import { languages, rare, readSample } from '../site/sample-site.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, wide } from './violations.ts';
import { listen } from './visit.ts';

const { dist } = await readSample();
const { browser, site, close } = await browse(dist);
afterAll(close);

/** A row as a reader sees it. */
interface Row {
	name: string;
	path: string;
	/** What it says of its group; without space when it says nothing. */
	group: string;
	checks: string;
	/** Of the latest version. */
	released: string | null;
}

async function openInventory(query = '', viewport = wide): Promise<Page> {
	const page = await openTab(browser, { viewport });
	await page.goto(site.urlOf(`/projects/${query}`));
	await page.locator('[data-inventory-filter]').waitFor();
	return page;
}

function visibleRows(page: Page): Promise<Row[]> {
	return page.locator('tr[data-project]:visible').evaluateAll((rows) =>
		rows.map((row) => {
			const group = row.querySelector<HTMLElement>('th [data-of]');
			return {
				name: row.querySelector('a')!.textContent.trim(),
				path: row.querySelector<HTMLElement>('[data-path]')!.innerText,
				group: group?.innerText ?? '',
				checks: row.querySelectorAll<HTMLElement>('td')[0]!.innerText,
				released: row.querySelectorAll('td')[1]?.querySelector('time')?.dateTime ?? null,
			};
		}),
	);
}

const namesOf = (rows: readonly Row[]) => rows.map(({ name }) => name);
const queryOf = (page: Page) => new URL(page.url()).search;
const statusOf = (page: Page) => page.locator('inventory-table [role="status"]').innerText();
const select = (page: Page, name: string) => page.locator(`form [name="${name}"]`);
/** As a link of another page does. */
const follow = (page: Page, group: string) =>
	page.evaluate((id) => {
		window.location.hash = '';
		window.location.hash = id;
	}, group);
const headings = async (page: Page) =>
	(await page.locator('th[scope="rowgroup"]:visible').allInnerTexts()).map((text) =>
		text.replace(/\s+\d+ projects?$/, ''),
	);

/** Titles of all parts of the inventory that have projects. */
function sectionTitles(): string[] {
	return registry.site.projectGroups.flatMap(({ id, title, categories }) => {
		const declared = registry.projects.filter(({ group }) => group === id);
		const parts = categories.filter((one) => declared.some(({ category }) => category === one.id));
		return parts.length === 0 ? [title] : parts.map((one) => `${title}: ${one.title}`);
	});
}

const grouped = () => registry.site.projectGroups.find(({ categories }) => categories.length > 0)!;

describe('without JavaScript', () => {
	test('all projects stand in their groups, and nothing is offered that would not work', async () => {
		const page = await openTab(browser, { javaScriptEnabled: false, viewport: wide });
		await page.goto(site.urlOf('/projects/'));
		const main = page.getByRole('main');
		const paths = await main.locator('tr[data-project]:visible [data-path]').allInnerTexts();
		expect(paths.toSorted()).toEqual(registry.projects.map(({ path }) => path).toSorted());
		expect(await headings(page)).toEqual(sectionTitles());
		for (const role of ['combobox', 'searchbox', 'button', 'status'] as const) {
			expect(await main.getByRole(role).count(), role).toBe(0);
		}
		await page.close();
	});

	test('a chip shows its rows, and no heading without any', async () => {
		const page = await openTab(browser, { javaScriptEnabled: false, viewport: wide });
		await page.goto(site.urlOf('/projects/'));
		const chip = page.getByRole('link', { name: /^Fail a check/ });
		const count = Number(await chip.locator('strong').innerText());
		await chip.click();
		const rows = await visibleRows(page);
		expect(rows).toHaveLength(count);
		expect(rows.every(({ checks }) => /\d fails?/.test(checks))).toBe(true);
		for (const part of await page.locator('.project-table tbody:visible').all()) {
			expect(await part.locator('tr[data-project]:visible').count()).toBeGreaterThan(0);
		}
		await page.close();
	});
});

describe('by keyboard', () => {
	test('a choice shows the rows that fit, says how many, and keeps the focus', async () => {
		const page = await openInventory();
		const { complaints } = listen(page, site);
		const all = await visibleRows(page);
		expect(await statusOf(page)).toBe(`${String(all.length)} of ${String(all.length)} projects`);

		const chip = page.getByRole('link', { name: /^Fail a check/ });
		await chip.press('Enter');
		const broken = all.filter((row) => /\d fails?/.test(row.checks));
		await expect.poll(async () => namesOf(await visibleRows(page))).toEqual(namesOf(broken));
		expect(await chip.getAttribute('aria-current')).toBe('true');

		const language = page.getByRole('combobox', { name: 'Main language', exact: true });
		await language.focus();
		await page.keyboard.type('Ruby');
		expect(await language.evaluate((element) => element.matches(':focus'))).toBe(true);
		const shown = await visibleRows(page);
		const ruby = registry.projects.filter((_, index) => index % languages.length === 1);
		const brokenPaths = new Set(broken.map(({ path }) => path));
		expect(shown.map(({ path }) => path).toSorted()).toEqual(
			ruby
				.map(({ path }) => path as string)
				.filter((path) => brokenPaths.has(path))
				.toSorted(),
		);
		expect(shown.length).toBeGreaterThan(0);
		expect(await statusOf(page)).toBe(
			`${String(shown.length)} of ${String(all.length)} projects (Ruby)`,
		);
		expect(new URL(page.url())).toMatchObject({ search: '?language=Ruby', hash: '#fails' });
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('words of a name or a path show the rows that have them', async () => {
		const page = await openInventory();
		const { path } = registry.projects[3]!;
		await page.getByRole('searchbox', { name: 'Find a project' }).fill(`${path} `);
		expect((await visibleRows(page)).map((row) => row.path)).toContain(path);
		expect((await visibleRows(page)).length).toBeLessThan(registry.projects.length);
		expect(new URL(page.url()).searchParams.get('q')).toBe(path);
		await page.keyboard.press('Enter');
		await page.keyboard.type('zzz');
		expect(await visibleRows(page)).toEqual([]);
		await page.close();
	});

	test('the field of the first page leads to the rows', async () => {
		const page = await openTab(browser, { viewport: wide });
		await page.goto(site.urlOf('/'));
		const { path } = registry.projects[3]!;
		await page.getByRole('searchbox', { name: 'Find a project' }).fill(path);
		await page.keyboard.press('Enter');
		await page.waitForURL(/\/projects\/\?q=/);
		await expect.poll(async () => (await visibleRows(page)).map((row) => row.path)).toContain(path);
		expect((await visibleRows(page)).length).toBeLessThan(registry.projects.length);
		await page.close();
	});

	test('"Clear" shows all again, in the registry’s order, and the address says nothing', async () => {
		const page = await openInventory('?q=a&language=Go&sort=name#fails');
		await page.getByRole('link', { name: 'Clear', exact: true }).press('Enter');
		await expect.poll(() => headings(page)).toEqual(sectionTitles());
		expect(await visibleRows(page)).toHaveLength(registry.projects.length);
		expect(queryOf(page)).toBe('');
		expect(await select(page, 'language').inputValue()).toBe('');
		await page.close();
	});
});

describe('the choice of a group', () => {
	test('or of one of its categories hides the rows and headings of others', async () => {
		const page = await openInventory();
		const { id, title } = grouped();
		await select(page, 'group').selectOption(id);
		expect(await headings(page)).toEqual(
			sectionTitles().filter((one) => one.startsWith(`${title}:`)),
		);

		const chosen = registry.projects.find(({ group }) => group === id)!.category!;
		await select(page, 'group').selectOption(`${id}/${chosen}`);
		const members = registry.projects.filter((one) => one.category === chosen && one.group === id);
		const paths = members.map(({ path }) => path).toSorted();
		expect((await visibleRows(page)).map(({ path }) => path).toSorted()).toEqual(paths);
		expect(new URL(page.url()).searchParams.get('group')).toBe(`${id}/${chosen}`);
		await page.close();

		// As the address was written when categories were a field of their own.
		const former = await openInventory(`?group=${id}&category=${chosen}&utm=1`);
		expect((await visibleRows(former)).map(({ path }) => path).toSorted()).toEqual(paths);
		expect(new URL(former.url()).searchParams.get('utm')).toBe('1');
		await former.close();
	});
});

describe('an order', () => {
	test('mixes the groups, so that rows say theirs; unknown dates come last', async () => {
		const page = await openInventory();
		await select(page, 'sort').selectOption('oldest-release');
		const rows = await visibleRows(page);
		expect(rows).toHaveLength(registry.projects.length);
		expect(await headings(page)).toEqual([]);
		expect([...new Set(rows.map(({ group }) => group))].toSorted()).toEqual(
			sectionTitles().toSorted(),
		);
		const dates = rows.map(({ released }) => released);
		const known = dates.filter((date) => date !== null);
		expect(dates).toEqual([...known.toSorted(), ...dates.slice(known.length).map(() => null)]);
		expect(known.length).toBeLessThan(dates.length);
		expect(await statusOf(page)).toContain('oldest release first');
		const sorted = page.getByRole('columnheader', { name: 'Latest version' });
		expect(await sorted.getAttribute('aria-sort')).toBe('ascending');

		await select(page, 'sort').selectOption('registry');
		expect(await headings(page)).toEqual(sectionTitles());
		expect((await visibleRows(page)).every(({ group }) => group === '')).toBe(true);
		expect(await page.locator('[aria-sort]').count()).toBe(0);
		await page.close();
	});
});

describe('the address', () => {
	test.each([
		'?language=C%2B%2B&sort=name&group=gone&utm=1#fails',
		// As it was written when chips were a field of the form.
		'?check=broken&language=C%2B%2B&sort=name&group=gone&utm=1',
	])('%s restores a choice, whatever else it says', async (address) => {
		const page = await openInventory(address);
		await expect.poll(() => page.locator('.chip:target').getAttribute('id')).toBe('fails');
		expect(await select(page, 'language').inputValue()).toBe('C++');
		expect(await select(page, 'group').inputValue()).toBe('');
		const rows = await visibleRows(page);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.length).toBeLessThan(registry.projects.length);
		const byName = namesOf(rows).toSorted(new Intl.Collator('en', { numeric: true }).compare);
		expect(namesOf(rows)).toEqual(byName);
		await page.close();
	});

	test('brings back the choice on the way back and forward, and after a visit elsewhere', async () => {
		const page = await openInventory('?language=Go');
		const before = await visibleRows(page);
		const [first] = registry.site.projectGroups;
		await follow(page, first!.id);
		await select(page, 'language').selectOption('Ruby');
		const after = await visibleRows(page);
		await page.goBack();
		expect(await visibleRows(page)).toEqual(before);
		expect(await select(page, 'language').inputValue()).toBe('Go');
		await page.goForward();
		expect(await visibleRows(page)).toEqual(after);

		await page.locator('tr[data-project]:visible a').first().click();
		await page.waitForURL(/\/projects\/.+\/$/);
		await page.goBack();
		await page.locator('[data-inventory-filter]').waitFor();
		expect(await visibleRows(page)).toEqual(after);
		expect(await select(page, 'language').inputValue()).toBe('Ruby');
		await page.close();
	});

	test('leads to a group, also when the choice had hidden it', async () => {
		const group = registry.site.projectGroups.at(-1)!.id;
		const page = await openInventory(`#${group}`);
		const isAtTop = () =>
			page.locator(`#${group}`).evaluate((part) => {
				const { top } = part.getBoundingClientRect();
				const isEnd =
					window.scrollY + window.innerHeight > document.documentElement.scrollHeight - 2;
				return top > 0 && (top < 200 || (isEnd && top < window.innerHeight));
			});
		await expect.poll(isAtTop).toBe(true);

		await page.evaluate(() => {
			window.scrollTo(0, 0);
		});
		await select(page, 'sort').selectOption('name');
		await follow(page, group);
		await expect.poll(() => headings(page)).toEqual(sectionTitles());
		await expect.poll(isAtTop).toBe(true);
		await page.close();
	});
});

test('when nothing fits, a sentence says so, and its link leads back to all rows', async () => {
	const page = await openInventory(`?language=${rare}`);
	expect(await visibleRows(page)).toHaveLength(1);
	const other = registry.site.projectGroups.find(({ id }) => id !== registry.projects[0]!.group)!;
	await select(page, 'group').selectOption(other.id);
	expect(await statusOf(page)).toBe(
		`0 of ${String(registry.projects.length)} projects (${other.title}, ${rare})`,
	);
	await page.getByText('No project matches').waitFor();
	await page.getByRole('link', { name: 'Clear the filter' }).press('Enter');
	expect(await visibleRows(page)).toHaveLength(registry.projects.length);
	expect(await page.locator('#all-projects').evaluate((chip) => chip.matches(':focus'))).toBe(true);
	await page.close();
});

test('it fits a phone and is accessible, with groups, sorted, and with no row', async () => {
	const page = await openTab(browser);
	const found: string[] = [];
	const queries = [
		`?group=${grouped().id}`,
		'?q=e&language=Go&sort=name#fails',
		`?language=${rare}#exempt`,
	];
	for (const query of queries) {
		await page.goto(site.urlOf(`/projects/${query}`));
		found.push(...(await findViolations(page, `/projects/${query}`)));
	}
	await page.close();
	expect(found).toEqual([]);
});

/** Words of states that go on in another line. */
function findBrokenWords(page: Page): Promise<string[]> {
	return page.locator('.project-table .status > :last-child').evaluateAll((states) =>
		states.flatMap(({ firstChild: text }) =>
			[...(text?.textContent ?? '').matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
				const range = new Range();
				range.setStart(text!, index);
				range.setEnd(text!, index + word.length);
				return range.getClientRects().length > 1 ? [word] : [];
			}),
		),
	);
}

test('on paper there is no form, and the rows that were chosen, with all words whole', async () => {
	const page = await openInventory('?language=Go');
	const rows = await visibleRows(page);
	await page.setViewportSize({ width: 718, height: 1000 });
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('[data-inventory-filter]').isVisible()).toBe(false);
	expect(await findBrokenWords(page)).toEqual([]);
	expect(await visibleRows(page)).toEqual(rows);
	// What was chosen says why others are missing.
	expect(await page.getByRole('status').innerText()).toMatch(/^\d+ of \d+ projects \(Go\)$/);
	await page.close();
});

test('of a thousand projects a choice changes each once at most, and the layout not for each', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.route('**/projects/', async (route) => {
		const response = await route.fetch();
		const html = await response.text();
		const times = Math.ceil(1000 / registry.projects.length);
		const body = html.replace(/<tr role="row" data-project.*?<\/tr>/gs, (row) => row.repeat(times));
		await route.fulfill({ response, body });
	});
	await page.goto(site.urlOf('/projects/'));
	await page.locator('[data-inventory-filter]').waitFor();
	const projects = await page.locator('tr[data-project]').count();
	expect(projects).toBeGreaterThanOrEqual(1000);
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('Performance.enable');
	const countLayouts = async () => {
		const { metrics } = await devtools.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'LayoutCount')!.value;
	};
	const before = await countLayouts();
	const changes = await page.evaluate(async () => {
		const observer = new MutationObserver(() => undefined);
		const all = { subtree: true, childList: true, attributes: true, characterData: true };
		observer.observe(document.querySelector('main')!, all);
		const language = document.querySelector<HTMLSelectElement>('select[name="language"]')!;
		language.value = 'Go';
		language.dispatchEvent(new Event('input', { bubbles: true }));
		const records = observer.takeRecords();
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		return records.length;
	});
	expect(changes).toBeLessThanOrEqual(projects);
	// One for all rows, and what else the browser finds to do.
	expect((await countLayouts()) - before).toBeLessThan(5);
	const shown = await page
		.locator('tr[data-project]')
		.evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);
	expect(shown).toBeGreaterThan(200);
	expect(shown).toBeLessThan(500);
	await page.close();
});
