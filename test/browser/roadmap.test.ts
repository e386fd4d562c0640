import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { forgotten } from '../site/kept-plans.ts';
import { renderPlanAndCalls } from '../site/plan-and-calls.ts';
import { toMilestoneSlug } from '#core/base/milestone-slug.ts';
import { browse } from './browse.ts';
import { openTab } from './tabs.ts';
import { findViolations, narrow, wide } from './violations.ts';

const current = '/roadmap/milestones/19.7/';
const pages = [
	'/',
	'/roadmap/',
	'/roadmap/next/',
	'/roadmap/milestones/',
	current,
	`/roadmap/milestones/${toMilestoneSlug(forgotten)}/`,
];

const { dist } = await renderPlanAndCalls();
const { browser, site, close } = await browse(dist);
afterAll(close);

test('in the colours of the system, what is at risk does not look closed, nor a chip that is chosen like the others', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(site.urlOf('/roadmap/'));
	const drawingOf = (kind: string) =>
		page
			.locator(`.bar > .${kind}`)
			.first()
			.evaluate((cells) => getComputedStyle(cells).backgroundImage);
	expect(await drawingOf('bad')).not.toBe(await drawingOf('done'));
	const edges = await page
		.locator('.chip')
		.evaluateAll((chips) => chips.map((chip) => getComputedStyle(chip).borderTopWidth));
	expect(edges[0]).not.toBe(edges[1]);
	expect(new Set(edges.slice(1)).size).toBe(1);
	await page.emulateMedia({ forcedColors: null });
	await page.close();
});

test('the burn-up as a table fits a phone', async () => {
	const page = await openTab(browser, { viewport: narrow });
	await page.goto(site.urlOf('/roadmap/'));
	await page.locator('details:has(.burn-up-table) > summary').click();
	await page.locator('.burn-up-table').waitFor();
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	await page.close();
	expect(width).toBe(narrow.width);
});

/** Words of a drawing that lie on each other, or outside of the window. */
function findCrowded(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('svg[role="img"], .lanes')].flatMap((drawing) => {
			const words = [...drawing.querySelectorAll('text, span')].map((text) => ({
				says: text.textContent.trim(),
				box: text.getBoundingClientRect(),
			}));
			return words.flatMap(({ says, box }, index) => {
				const isOut = box.left < 0 || box.right > document.documentElement.clientWidth;
				const others = words
					.slice(index + 1)
					.filter(
						({ box: other }) =>
							box.left < other.right - 1 &&
							other.left < box.right - 1 &&
							box.top < other.bottom - 3 &&
							other.top < box.bottom - 3,
					);
				return [
					...(isOut ? [`${says} is cut off`] : []),
					...others.map((other) => `${says} lies on ${other.says}`),
				];
			});
		}),
	);
}

test('the pages of the roadmap are accessible and fit in both themes, on phones and on desks', async () => {
	const page = await openTab(browser);
	const found: string[] = [];
	for (const path of pages) {
		await page.goto(site.urlOf(path));
		found.push(...(await findViolations(page, path)));
	}
	await page.close();
	expect(found).toEqual([]);
}, 180_000);

describe.each([
	{ where: 'on a phone', size: narrow },
	{ where: 'on a desk', size: wide },
])('$where', ({ size }) => {
	test.each(['/roadmap/', '/roadmap/next/', current])(
		'no word of a drawing on %s lies on another',
		async (path) => {
			const page = await openTab(browser, { viewport: size });
			await page.goto(site.urlOf(path));
			expect(await page.locator('svg[role="img"], .lanes').count()).toBeGreaterThan(0);
			expect(await findCrowded(page)).toEqual([]);
			await page.close();
		},
	);

	test('words of drawings are as large as small text', async () => {
		const page = await openTab(browser, { viewport: size });
		await page.goto(site.urlOf('/roadmap/'));
		const heights = await page
			.locator('svg[role="img"] text')
			.evaluateAll((words) => words.map((word) => word.getBoundingClientRect().height));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(12);
		await page.close();
	});
});

test('the next milestones stand side by side on a desk, and below each other on a phone', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/roadmap/next/'));
	const places = () =>
		page.locator('.milestones > .card').evaluateAll((cards) =>
			cards.map((card) => {
				const { left, top } = card.getBoundingClientRect();
				return { left: Math.round(left), top: Math.round(top) };
			}),
		);
	const onDesk = await places();
	expect(new Set(onDesk.map(({ top }) => top)).size).toBe(1);
	expect(new Set(onDesk.map(({ left }) => left)).size).toBe(3);
	await page.setViewportSize(narrow);
	const onPhone = await places();
	expect(new Set(onPhone.map(({ left }) => left)).size).toBe(1);
	expect(new Set(onPhone.map(({ top }) => top)).size).toBe(3);
	await page.close();
});

test('without JavaScript all is there, and what is closed opens from the keyboard', async () => {
	const page = await openTab(browser, { javaScriptEnabled: false, viewport: wide });
	await page.goto(site.urlOf(current));
	const drawing = page.getByRole('img', { name: '19.7 by issues' });
	expect((await drawing.boundingBox())!.height).toBeGreaterThan(150);
	const table = page.getByRole('table', { name: '19.7, day by day' });
	expect(await table.isVisible()).toBe(false);
	await page.getByText('The same as a table').press('Enter');
	expect(await table.isVisible()).toBe(true);
	await page.goto(site.urlOf('/'));
	await page.getByRole('link', { name: '1 issue', exact: true }).first().click();
	expect(new URL(page.url()).hash).toBe('#at-risk');
	expect(await page.locator('#issue-rows tr[data-is]:visible').count()).toBe(1);
	expect(await page.getByRole('searchbox').filter({ visible: true }).count()).toBe(0);
	await page.close();
});

test('on paper every table is open, and no drawing is wider than the sheet', async () => {
	const page = await openTab(browser, { viewport: { width: 718, height: 1000 } });
	await page.emulateMedia({ media: 'print' });
	for (const path of ['/roadmap/', current]) {
		await page.goto(site.urlOf(path));
		for (const name of ['.burn-up-table', '#issue-rows']) {
			expect(await page.locator(`${name} tbody th`).first().isVisible(), name).toBe(true);
		}
		const widths = await page
			.locator('svg[role="img"], .lanes')
			.evaluateAll((drawings) => drawings.map((one) => one.getBoundingClientRect().right));
		expect(Math.max(...widths)).toBeLessThanOrEqual(718);
		expect(await findCrowded(page)).toEqual([]);
	}
	await page.close();
});

test('past, current and coming milestones differ without any colour', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/roadmap/next/'));
	const looks = await page.locator('.lanes .time').evaluateAll((bars) =>
		bars.map((bar) => {
			const { backgroundColor, borderTopStyle, height } = getComputedStyle(bar);
			const channels = (backgroundColor.match(/\d+/g) ?? []).slice(0, 3).map(Number);
			const isLight = channels.every((channel) => channel > 200);
			const filling = parseFloat(height) < 8 ? 'thin' : isLight ? 'empty' : 'full';
			return `${filling}${borderTopStyle === 'dashed' ? ', dashed' : ''}`;
		}),
	);
	expect(looks).toEqual(['thin', 'full', 'empty', 'empty, dashed', 'empty, dashed']);
	await page.close();
});

test('words and chips filter together, by keyboard, and say how many rows are left', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/roadmap/'));
	const rows = page.locator('#issue-rows tr[data-is]:visible');
	const status = page.locator('row-filter [role="status"]');
	expect(await rows.count()).toBe(3);
	await page.getByRole('link', { name: 'Committed 2' }).press('Enter');
	expect(await rows.count()).toBe(2);
	expect(await status.textContent()).toBe('2 of 3 shown');
	expect(await page.locator('.chip[aria-current="true"]').textContent()).toContain('Committed');
	await page.getByRole('searchbox', { name: 'Find an issue' }).fill('carried INTO');
	expect(await rows.count()).toBe(1);
	await page.getByRole('searchbox', { name: 'Find an issue' }).fill('nothing like this');
	expect(await status.textContent()).toBe('0 of 3 shown');
	expect(await page.getByText('No issue matches').isVisible()).toBe(true);
	await page.getByRole('link', { name: 'Clear the filter' }).press('Enter');
	expect(await rows.count()).toBe(3);
	expect(new URL(page.url()).search).toBe('');
	await page.close();
});

test('a filter can be sent to others, and is there again on the way back', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/roadmap/?utm=1'));
	const rows = page.locator('#issue-rows tr[data-is]:visible');
	const field = page.getByRole('searchbox', { name: 'Find an issue' });
	await field.fill('into carried ');
	await page.getByRole('link', { name: 'Committed 2' }).press('Enter');
	expect(await rows.count()).toBe(1);
	const { search, hash } = new URL(page.url());
	expect([search, hash]).toEqual(['?utm=1&q=into+carried', '#committed']);
	await page.reload();
	expect(await field.inputValue()).toBe('into carried');
	expect(await rows.count()).toBe(1);
	await page.goBack();
	await expect.poll(() => rows.count()).toBe(1);
	expect(await page.locator('.chip[aria-current="true"]').textContent()).toContain('All');
	await page.close();
});

test('search finds the page of a milestone', async () => {
	const page = await openTab(browser, { viewport: wide });
	await page.goto(site.urlOf('/'));
	await page.getByRole('button', { name: 'Search', exact: true }).click();
	await page.getByRole('dialog').getByRole('searchbox').fill('Milestone 19.7');
	const results = page.getByRole('dialog').getByRole('listitem').getByRole('link');
	await results.first().waitFor();
	const titles = await results.allInnerTexts();
	expect(titles).toContain('Milestone 19.7');
	await page.close();
});

test("when data were pulled is said by the reader's clock, with UTC in the title", async () => {
	const read = async (timezoneId: string) => {
		const page = await openTab(browser, { timezoneId });
		await page.goto(site.urlOf('/roadmap/'));
		const time = page.locator('local-time time').first();
		const said = { text: await time.textContent(), title: await time.getAttribute('title') };
		await page.close();
		return said;
	};
	const atGreenwich = await read('UTC');
	expect(atGreenwich.text).toMatch(/^\d+ \w+ 2026, \d\d:\d\d UTC$/);
	expect(atGreenwich.title).toBeNull();
	const inIndia = await read('Asia/Kolkata');
	expect(inIndia.text).toMatch(/^\d+ \w+ 2026, \d\d:\d\d (IST|GMT\+5:30)$/);
	expect(inIndia.text).not.toBe(atGreenwich.text);
	expect(inIndia.title).toBe(atGreenwich.text);
});
