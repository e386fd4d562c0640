import type { SitePath } from '#core/publish/exports/addresses.ts';
import { compareText } from '#model/order.ts';
import type { RuleId } from '#model/rules.ts';
import { blocksIn } from './block-pages.ts';

/** A page whose prose states a rule. */
export interface RulePage {
	title: string;
	path: SitePath;
}

/** Which pages state each rule, by the id that their block names, in the order of their addresses. */
export function findRulePages(
	pages: readonly (RulePage & { text: string })[],
	ids: readonly RuleId[],
): ReadonlyMap<RuleId, readonly RulePage[]> {
	const stating = pages
		.filter(({ text }) => blocksIn(text).includes('Rule'))
		.toSorted((a, b) => compareText(a.path, b.path));
	return new Map(
		ids.map((id) => [
			id,
			stating
				.filter(({ text }) => text.includes(`<Rule id="${id}"`))
				.map(({ title, path }) => ({ title, path })),
		]),
	);
}
