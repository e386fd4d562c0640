import { exampleDays, exampleMilestones } from '#core/plan/example-days.ts';
import { planLabels } from '#core/plan/plan-labels.ts';
import type { Choice } from '#core/publish/pages/blocks.ts';
import { planValueWords } from '#core/words/plan-value-words.ts';
import type { Registry } from '#model/registry.ts';
import { registryPath } from '#store/registry.ts';

/** What blocks take of the registry, by the block's name. */
export function choicesOf(registry: Registry): ReadonlyMap<string, Choice> {
	const { rules, plan } = registry;
	const ofPlan = `Correct the name, or add the key to ${registryPath.plan}.`;
	const choices: Record<string, Choice> = {
		Rule: {
			attribute: 'id',
			words: rules.map(({ id }) => id),
			advice: `Correct the id, or state the rule in ${registryPath.rules}.`,
		},
		PlanValue: { attribute: 'of', words: [...planValueWords(registry).keys()], advice: ofPlan },
		PlanLabel: { attribute: 'of', words: [...planLabels(plan).keys()], advice: ofPlan },
		PlanDay: { attribute: 'of', words: exampleDays, advice: 'Correct the name.' },
		PlanMilestone: { attribute: 'of', words: exampleMilestones, advice: 'Correct the name.' },
	};
	return new Map(
		Object.entries(choices).map(([name, choice]) => [`#blocks/prose/${name}.astro`, choice]),
	);
}
