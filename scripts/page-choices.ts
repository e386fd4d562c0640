import { exampleDays, exampleMilestones } from '#core/plan/example-days.ts';
import { planLabels } from '#core/plan/plan-labels.ts';
import type { Choice } from '#core/publish/pages/blocks.ts';
import { planValueWords } from '#core/words/plan-value-words.ts';
import type { Registry } from '#model/registry.ts';
import { registryPath } from '#store/registry-files.ts';

/** What blocks take of the registry, by the block's file. */
export function choicesOf(registry: Registry): ReadonlyMap<string, Choice> {
	const { rules, plan, team } = registry;
	const ofPlan = `Correct the name, or add the key to ${registryPath('plan')}.`;
	const choices: Record<string, Choice> = {
		Roster: {
			attribute: 'id',
			words: team.rosters.map(({ id }) => id),
			advice: `Correct the id, or declare the roster in ${registryPath('team')}.`,
		},
		'prose/Rule': {
			attribute: 'id',
			words: rules.map(({ id }) => id),
			advice: `Correct the id, or state the rule in ${registryPath('rules')}.`,
		},
		'prose/PlanValue': {
			attribute: 'of',
			words: [...planValueWords(registry).keys()],
			advice: ofPlan,
		},
		'prose/PlanLabel': { attribute: 'of', words: [...planLabels(plan).keys()], advice: ofPlan },
		'prose/PlanDay': { attribute: 'of', words: exampleDays, advice: 'Correct the name.' },
		'prose/PlanMilestone': {
			attribute: 'of',
			words: exampleMilestones,
			advice: 'Correct the name.',
		},
	};
	return new Map(
		Object.entries(choices).map(([name, choice]) => [`#blocks/${name}.astro`, choice]),
	);
}
