import { readWrittenPages } from '#block-pages.ts';
import type { BlockPage } from '#core/publish/pages/block-pages.ts';
import { findRulePages } from '#core/publish/pages/rule-pages.ts';
import type { RuleResult } from '#core/rules/frame/rule.ts';
import { runRules } from '#core/rules/run-rules.ts';
import type { RuleId } from '#model/rules.ts';
import { siteData } from '#site-data.ts';
import { oncePerBuild } from './once-per-build.ts';

/** What came of every rule that the handbook states, in the registry's order. */
export const readRules = oncePerBuild(async (): Promise<RuleResult[]> => {
	const { registry, snapshot, history } = await siteData();
	return runRules(registry, snapshot, history.plans);
});

/** The pages whose prose states each rule. */
export const readRulePages = oncePerBuild(
	async (): Promise<ReadonlyMap<RuleId, readonly BlockPage[]>> => {
		const { registry } = await siteData();
		const ids = registry.rules.map(({ id }) => id);
		return findRulePages(await readWrittenPages(), ids);
	},
);

/** @throws {Error} when `rules.yaml` does not state the rule. */
export async function readRule(id: string): Promise<RuleResult> {
	const results = await readRules();
	const result = results.find((one) => one.id === id);
	if (result) return result;
	throw new Error(
		`A page asks for the rule "${id}", but content/registry/rules.yaml states ` +
			`${results.length === 0 ? 'none' : results.map((one) => one.id).join(', ')}.\n` +
			'Correct the page, or state the rule.',
	);
}
