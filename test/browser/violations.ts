import axe, { type default as Axe, type Result, type RunOptions } from 'axe-core';
import type { Page, ViewportSize } from 'playwright-core';
import { settle } from './visit.ts';

export const narrow: ViewportSize = { width: 360, height: 740 };
export const wide: ViewportSize = { width: 1280, height: 900 };

const resultTypes = ['violations' as const];
const all = {
	runOnly: {
		type: 'tag' as const,
		values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	},
	resultTypes,
};
/** All that another theme can change. */
const colours = {
	runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] },
	resultTypes,
};

interface Look {
	viewport: ViewportSize;
	colorScheme: 'light' | 'dark';
	options: typeof all | typeof colours;
}
export const onPhone: readonly Look[] = [
	{ viewport: narrow, colorScheme: 'light', options: all },
	{ viewport: narrow, colorScheme: 'dark', options: colours },
];
/** For the parts of which pages are made, and what stands around all pages. */
export const everyLook: readonly Look[] = [
	...onPhone,
	{ viewport: wide, colorScheme: 'dark', options: all },
	{ viewport: wide, colorScheme: 'light', options: colours },
];
/** What a page has at both sizes is seen in both themes. */
const bothLooks = everyLook.filter(({ options }) => options === all);

/**
 * What hinders readers with disabilities on an open page, in both themes, on a phone and on a desk;
 * that it is wider than the window is one thing.
 *
 * @param page Of a context that the caller has made: the checker opens pages of its own.
 * @param where What is open, for the message.
 */
export async function findViolations(
	page: Page,
	where: string,
	looks: readonly Look[] = bothLooks,
): Promise<string[]> {
	const found: string[] = [];
	for (const { viewport, colorScheme, options } of looks) {
		await page.setViewportSize(viewport);
		await page.emulateMedia({ colorScheme });
		await settle(page);
		const seen = `${where} at ${String(viewport.width)} px, ${colorScheme}`;
		const violations = await check(page, options);
		for (const { id, help, nodes } of violations) {
			const places = nodes.map(({ html }) => html.slice(0, 120)).join(' | ');
			found.push(`${seen}: ${id}: ${help}: ${places}`);
		}
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		if (width > viewport.width) found.push(`${seen}: is ${String(width)} px wide`);
	}
	return found;
}

/** The checker is half a megabyte: it is brought into a page once, and then asked again where it is. */
async function check(page: Page, options: RunOptions): Promise<Result[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (how) => {
		const { axe } = window as unknown as { axe: typeof Axe };
		return (await axe.run(document, how)).violations;
	}, options);
}
