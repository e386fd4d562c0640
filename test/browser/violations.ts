import { AxeBuilder } from '@axe-core/playwright';
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

/**
 * What hinders readers with disabilities on an open page, in both themes and at each size.
 *
 * @param page Of a context that the caller has made: the checker opens pages of its own.
 * @param where What is open, for the message.
 */
export async function findViolations(
	page: Page,
	where: string,
	viewports: readonly ViewportSize[] = [narrow, wide],
): Promise<string[]> {
	const found: string[] = [];
	for (const viewport of viewports) {
		for (const [colorScheme, options] of [
			['light', all],
			['dark', colours],
		] as const) {
			await page.setViewportSize(viewport);
			await page.emulateMedia({ colorScheme });
			await settle(page);
			const violations = await check(page, options);
			for (const { id, help, nodes } of violations) {
				const places = nodes.map(({ html }) => html.slice(0, 120)).join(' | ');
				found.push(
					`${where} at ${String(viewport.width)} px, ${colorScheme}: ${id}: ${help}: ${places}`,
				);
			}
		}
	}
	return found;
}

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];
interface Checker {
	run: (what: Document, how: object) => Promise<{ violations: Violation[] }>;
}

/** The checker is half a megabyte: it is brought into a page once, and then asked again where it is. */
async function check(page: Page, options: typeof all | typeof colours): Promise<Violation[]> {
	if (await page.evaluate(() => 'axe' in window)) {
		return page.evaluate(async (how) => {
			const { axe } = window as unknown as { axe: Checker };
			return (await axe.run(document, how)).violations;
		}, options);
	}
	// Legacy is what needs no second page to put frames together: no page has any.
	const builder = new AxeBuilder({ page }).setLegacyMode().options(options);
	return (await builder.analyze()).violations;
}
