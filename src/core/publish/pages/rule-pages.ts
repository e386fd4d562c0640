import { compareText } from '#model/order.ts';
import type { RuleId } from '#model/rules.ts';
import { blocksIn, type BlockPage } from './block-pages.ts';

/** Which pages state each rule, by the id that their block names, in the order of their addresses. */
export function findRulePages(
	pages: readonly (BlockPage & { text: string })[],
	ids: readonly RuleId[],
): ReadonlyMap<RuleId, readonly BlockPage[]> {
	const stating = pages
		.map(({ title, path, text }) => ({ page: { title, path }, stated: rulesIn(text, ids) }))
		.toSorted((a, b) => compareText(a.page.path, b.page.path));
	return new Map(
		ids.map((id) => [
			id,
			stating.filter(({ stated }) => stated.includes(id)).map(({ page }) => page),
		]),
	);
}

/** Which rules a page states. */
export function rulesIn(text: string, ids: readonly RuleId[]): RuleId[] {
	return blocksIn(text).includes('Rule')
		? ids.filter((id) => text.includes(`<Rule id="${id}"`))
		: [];
}
