import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { api, consumers, endpoints } from '../site/calling.ts';
import { renderPlanAndCalls } from '../site/plan-and-calls.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow, wide } from './violations.ts';
import { listen, settle } from './visit.ts';

const { dist } = await renderPlanAndCalls();
const { browser, site, close } = await browse(dist);
afterAll(close);

async function openImpact(query = '', viewport = wide): Promise<Page> {
	const page = await openTab(browser, { viewport });
	await page.goto(site.urlOf(`/projects/impact/${query}`));
	await page.locator('.impact-form').waitFor();
	return page;
}

const statusOf = (page: Page) => page.locator('.answer [role="status"]').innerText();
const queryOf = (page: Page) => new URL(page.url()).search;
const box = (page: Page, id: string) => page.locator(`input[value="${id}"]`);
/** Names of the consumers that are shown, and of the endpoints below each. */
const answerOf = (page: Page) =>
	page.locator('[data-consumer]:visible').evaluateAll((sections) =>
		sections.map((section) => ({
			path: (section as HTMLElement).dataset.consumer!,
			breaks: section.hasAttribute('data-breaks'),
			endpoints: [...section.querySelectorAll<HTMLElement>('[data-endpoint]')]
				.filter((item) => item.checkVisibility())
				.map((item) => item.dataset.endpoint!),
		})),
	);

describe('without JavaScript', () => {
	test('the answer for all endpoints is there, and nothing is offered that would not work', async () => {
		const page = await openTab(browser, { javaScriptEnabled: false, viewport: wide });
		await page.goto(site.urlOf('/projects/impact/'));
		const shown = await page.locator('[data-consumer]:visible').count();
		expect(shown).toBe(Object.keys(consumers).length - 1);
		const main = page.getByRole('main');
		for (const role of ['checkbox', 'button'] as const) {
			expect(await main.getByRole(role).count(), role).toBe(0);
		}
		expect(await main.getByRole('table').first().isVisible()).toBe(true);
		await page.close();
	});
});

describe('by keyboard', () => {
	test('a choice shows who breaks with what, says how many, and keeps the focus', async () => {
		const page = await openImpact();
		const { complaints } = listen(page, site);
		expect(await statusOf(page)).toContain('Nothing chosen yet');
		expect(await answerOf(page)).toEqual([]);

		await box(page, endpoints.deprecated.id).focus();
		await page.keyboard.press('Space');
		const reader = { path: consumers.reader.path, breaks: true };
		const answer = await answerOf(page);
		expect(answer.filter(({ breaks }) => breaks)).toEqual([
			{ ...reader, endpoints: [endpoints.deprecated.id] },
		]);
		expect(await statusOf(page)).toBe('For 1 chosen endpoint: 1 consumer breaks, and 5 more may.');
		const focused = box(page, endpoints.deprecated.id);
		expect(await focused.evaluate((element) => element.matches(':focus'))).toBe(true);
		expect(queryOf(page)).toBe(`?endpoint=${endpoints.deprecated.id}`);

		await box(page, endpoints.byPath.id).press('Space');
		expect((await answerOf(page)).find(({ path }) => path === reader.path)).toEqual({
			...reader,
			endpoints: api.endpoints
				.map(({ id }) => id)
				.filter((id) => id === endpoints.byPath.id || id === endpoints.deprecated.id),
		});
		expect(complaints).toEqual([]);
		await page.close();
	});

	test('one that was read whole and calls none of the chosen is not shown', async () => {
		const page = await openImpact(`?endpoint=${endpoints.uncalled.id}`);
		const answer = await answerOf(page);
		expect(answer.map(({ path }) => path)).not.toContain(consumers.reader.path);
		expect(answer.map(({ breaks }) => breaks)).not.toContain(true);
		expect(await statusOf(page)).toBe(
			`For 1 chosen endpoint: no consumer breaks, as far as we know, but ${String(answer.length)} may.`,
		);
		await page.close();
	});

	test('what has the focus is not under the answer that stays in sight', async () => {
		const page = await openImpact(`?endpoint=${endpoints.called.id}`, narrow);
		const boxes = page.locator('input[name="endpoint"]:visible');
		await boxes.first().focus();
		for (let index = 0; index < 12; index += 1) {
			await page.keyboard.press('Tab');
			// Its own link is on it.
			if ((await page.locator('.see-who:focus').count()) > 0) continue;
			const [focused, status] = await page.evaluate(() =>
				[document.activeElement!, document.querySelector('.answer [role="status"]')!].map(
					(element) => {
						const { top, bottom } = element.getBoundingClientRect();
						return { top, bottom };
					},
				),
			);
			expect(focused!.bottom <= status!.top || focused!.top >= status!.bottom).toBe(true);
		}
		await page.close();
	});

	test('on a phone the answer leads to those who break', async () => {
		const page = await openImpact(`?endpoint=${endpoints.called.id}`, narrow);
		await page.getByRole('link', { name: 'See who' }).click();
		await page.getByRole('heading', { name: 'Who breaks', exact: true }).waitFor();
		const consumer = page.locator('[data-consumer]:visible').first();
		expect(await consumer.evaluate((item) => item.getBoundingClientRect().top)).toBeLessThan(400);
		await page.close();
	});

	test('"Clear" claims nothing any more, and those that a filter leaves can be chosen at once', async () => {
		const page = await openImpact('?utm=1');
		const deprecated = api.endpoints.filter(({ status }) => status === 'deprecated');
		const chip = page.getByRole('link', { name: 'Deprecated' }).and(page.locator('.chip'));
		expect(await chip.innerText()).toMatch(
			new RegExp(`^Deprecated\\s${String(deprecated.length)}$`),
		);
		await chip.press('Enter');
		const shown = page.locator('.impact-form [data-is]:visible');
		await vi.waitFor(async () => {
			expect(await shown.count()).toBe(deprecated.length);
		});
		await page.getByRole('button', { name: 'Choose all shown' }).press('Enter');
		expect(await statusOf(page)).toContain(
			`For ${String(deprecated.length)} chosen endpoint${deprecated.length === 1 ? '' : 's'}`,
		);
		await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
		expect(await statusOf(page)).toContain('Nothing chosen yet');
		expect(queryOf(page)).toBe('?utm=1');
		expect(await page.locator('input:checked').count()).toBe(0);
		await page.close();
	});

	test('what breaks is never marked as good, and can be copied for an issue', async () => {
		const page = await openTab(browser, {
			viewport: wide,
			permissions: ['clipboard-read', 'clipboard-write'],
		});
		await page.goto(site.urlOf(`/projects/impact/?endpoint=${endpoints.deprecated.id}`));
		const breaking = page.locator('[data-consumer][data-breaks]:visible');
		await breaking.first().waitFor();
		expect(await breaking.locator('[data-tone]:visible').allInnerTexts()).toEqual(['Breaks']);
		expect(await page.locator('.answer [data-tone="good"]:visible').count()).toBe(0);
		await page.getByRole('button', { name: 'Copy who breaks as Markdown' }).press('Enter');
		await page.getByRole('button', { name: 'Copied', exact: true }).waitFor();
		const copied = await page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toContain(`/consumers/${consumers.reader.path}/) breaks: \``);
		expect(copied).toContain(`?endpoint=${endpoints.deprecated.id}).`);
		await page.close();
	});
});

describe('the filter', () => {
	test('leaves endpoints with the words, and says so where there is none', async () => {
		const page = await openImpact();
		const field = page.getByRole('searchbox', { name: 'Find an endpoint' });
		const shown = page.locator('.impact-form [data-is]:visible input');
		await field.fill(endpoints.deprecated.title);
		expect(
			await shown.evaluateAll((boxes) => boxes.map((one) => one.getAttribute('value'))),
		).toEqual([endpoints.deprecated.id]);
		await field.fill(endpoints.byGraphql.graphql[0]!);
		expect(await shown.first().getAttribute('value'), 'its GraphQL field').toBe(
			endpoints.byGraphql.id,
		);
		await field.fill('no such endpoint');
		expect(await page.getByText('No endpoint matches').isVisible()).toBe(true);
		await page.close();
	});
});

describe('the address', () => {
	test('restores a choice that was shared, and opens where it stands', async () => {
		const { uncalled, called } = endpoints;
		const page = await openImpact(`?endpoint=${uncalled.id}&endpoint=${called.id}&endpoint=gone`);
		expect(await box(page, uncalled.id).isChecked()).toBe(true);
		expect(await box(page, uncalled.id).isVisible()).toBe(true);
		expect(await statusOf(page)).toContain('For 2 chosen endpoints: 3 consumers break');
		await page.close();
	});

	test('is where the page of an endpoint leads', async () => {
		const page = await openTab(browser, { viewport: wide });
		await page.goto(site.urlOf(`/api/${endpoints.called.id}/`));
		await page.getByRole('link', { name: /^Who breaks/ }).click();
		// The page is there before its script has read the address.
		await vi.waitFor(async () => {
			expect(await box(page, endpoints.called.id).isChecked()).toBe(true);
		});
		await page.close();
	});
});

const pages = [
	'/projects/consumers/',
	'/projects/api/',
	`/projects/impact/?endpoint=`,
	'/consumers/example/cars/reader/',
	'/consumers/example/cars/hostile/',
	'/consumers/example/cars/unread/',
];

async function openDetails(page: Page): Promise<void> {
	await page.evaluate(() => {
		for (const details of document.querySelectorAll('main details')) {
			details.setAttribute('open', '');
		}
	});
}

test('the pages of consumers and endpoints are accessible and fit, with everything open, in both themes and at each size', async () => {
	const page = await openTab(browser);
	const found: string[] = [];
	for (const path of [
		...pages,
		`/api/${endpoints.called.id}/`,
		`/api/${endpoints.deprecated.id}/`,
	]) {
		await page.goto(site.urlOf(path.endsWith('=') ? path + endpoints.called.id : path));
		await openDetails(page);
		found.push(...(await findViolations(page, path)));
	}
	await page.close();
	expect(found).toEqual([]);
}, 180_000);

test('an endpoint and a consumer are found by search', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/'));
	await settle(page);
	for (const [words, path] of [
		[consumers.reader.name, `/consumers/${consumers.reader.path}/`],
		[endpoints.deprecated.title, `/api/${endpoints.deprecated.id}/`],
	] as const) {
		await page.keyboard.press('Control+K');
		await page.getByRole('dialog').getByRole('searchbox').fill(words);
		await page.getByRole('status').getByText(`found for “${words}”`).waitFor();
		const found = page.getByRole('dialog').getByRole('listitem').getByRole('link');
		const addresses = await found.evaluateAll((links) =>
			links.map((link) => (link as HTMLAnchorElement).href),
		);
		expect(addresses).toContain(site.urlOf(path));
		await page.keyboard.press('Escape');
	}
	await page.close();
});
