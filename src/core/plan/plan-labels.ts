import type { PlanRules } from '#model/plan-rules.ts';

/**
 * The labels of the plan, by the names that pages ask for: one, or all of a kind. What the team hasn't
 * configured isn't there.
 *
 * @param milestone The title in labels that name one: `candidate::19.7`.
 */
export function planLabels(
	rules: PlanRules,
	milestone = 'x.y',
): ReadonlyMap<string, readonly string[]> {
	const { groupLabels, priorities, planningIssues, candidateScope, missedPrefix } = rules;
	const all: [string, readonly (string | undefined)[]][] = [
		['groupLabels', groupLabels],
		...numbered('groupLabels', groupLabels),
		['priorities', priorities.map(({ label }) => label)],
		...priorities.map(({ name, label }): [string, string[]] => [`priorities.${name}`, [label]]),
		['deliverableLabel', [rules.deliverableLabel]],
		['missedDeliverableLabel', [rules.missedDeliverableLabel]],
		['planningIssues', [planningIssues?.label]],
		['blockedLabels', rules.blockedLabels],
		['candidateScope', [candidateScope && `${candidateScope}::${milestone}`]],
		['missedPrefix', [missedPrefix && `${missedPrefix}${milestone}`]],
	];
	return new Map(
		all.flatMap(([name, labels]) => {
			const there = labels.filter((label): label is string => label !== undefined && label !== '');
			return there.length === 0 ? [] : [[name, there] as const];
		}),
	);
}

function numbered(name: string, labels: readonly string[]): [string, string[]][] {
	return labels.map((label, index) => [`${name}.${String(index + 1)}`, [label]]);
}
