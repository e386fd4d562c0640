import type { z } from 'zod';
import { handbookRules } from '#core/rules/rules.ts';
import type { RuleNeeds } from '#core/rules/frame/rule.ts';
import { reporterOf } from '#model/refinement.ts';
import type { Registry } from '#model/registry.ts';
import { ruleParameters, type DeclaredRule, type RuleParameter } from '#model/rules.ts';
import type { YamlFile } from './yaml-file.ts';

type Stated = Omit<Registry, 'rules'>;

/**
 * Rules that the registry can tell about: each once, with all that it takes and nothing else, and with
 * what it reads of the other files. A rule that could never be judged is refused.
 */
export function statableRules(registry: Stated, file: YamlFile) {
	return (declared: DeclaredRule[], context: z.RefinementCtx) => {
		declared.forEach((rule, index) => {
			const first = declared.findIndex(({ id }) => id === rule.id);
			const mistakes = [
				...(first < index
					? [
							`Duplicate rule: "${rule.id}" is on line ${file.lineIn(first)} already. Expected each rule once`,
						]
					: []),
				...findParameterMistakes(rule),
				...findReferenceMistakes(rule, registry),
			];
			const missing = missingFor(handbookRules[rule.id].needs, registry);
			if (missing.length > 0) {
				const what = missing.map((one) => `content/registry/${one}`).join(', ');
				mistakes.push(`Rule "${rule.id}" without what it reads: expected ${what}`);
			}
			for (const message of mistakes) reporterOf(context)([index, 'id'], message);
		});
	};
}

function findParameterMistakes(rule: DeclaredRule): string[] {
	const { takes = [] } = handbookRules[rule.id];
	return ruleParameters.flatMap((name: RuleParameter) => {
		const [isGiven, isTaken] = [rule[name] !== undefined, takes.includes(name)];
		if (isGiven === isTaken) return [];
		return isTaken
			? [`Rule "${rule.id}" without ${name}: expected it in the entry`]
			: [`Rule "${rule.id}" takes no ${name}: expected ${takes.join(', ') || 'its id alone'}`];
	});
}

function findReferenceMistakes(rule: DeclaredRule, { projects, team }: Stated): string[] {
	const { project, roster } = rule;
	return [
		...(project === undefined || projects.some(({ path }) => path === project)
			? []
			: [`Unknown project "${project}": expected a path of content/registry/projects.yaml`]),
		...(roster === undefined || team.rosters.some(({ id }) => id === roster)
			? []
			: [`Unknown roster "${roster}": expected an id of content/registry/team.yaml`]),
	];
}

/** What isn't declared, as `plan.yaml: releaseDay`. */
function missingFor(needs: RuleNeeds, { plan, checks, api, ...files }: Stated): string[] {
	const { plan: ofPlan = [], checks: ofChecks = [], files: names = [] } = needs;
	return [
		...ofPlan.filter((key) => isNothing(plan[key])).map((key) => `plan.yaml: ${key}`),
		...ofChecks.filter((key) => isNothing(checks[key])).map((key) => `checks.yaml: ${key}`),
		...names.filter((name) => isNothing(files[name])).map((name) => `${name}.yaml`),
		...(needs.api && api.endpoints.length === 0 ? ['api.yaml'] : []),
	];
}

function isNothing(value: unknown): boolean {
	return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
