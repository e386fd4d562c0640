import type { CheckRules } from '#model/checks.ts';
import { archivedRule } from './archived.ts';
import type { Rule } from '#core/inventory/check.ts';
import { codeownersRule } from './codeowners.ts';
import { licenceRule } from './licence.ts';
import { listedRule } from './listed.ts';
import { maintainersRule } from './maintainers.ts';
import { pathRule } from './path.ts';
import { pipelineRule } from './pipeline.ts';
import { readableRule } from './readable.ts';
import { releaseRule } from './release.ts';
import { toolRule } from './tool.ts';

/**
 * What a registry is checked for, in the order in which people read it. What needs a group that it
 * does not name is no check.
 */
export function rulesFor(rules: CheckRules): Rule[] {
	const { maintainers, codeowners, completeGroups, tools } = rules;
	return [
		pathRule,
		readableRule,
		archivedRule,
		...(completeGroups.length > 0 ? [listedRule(rules)] : []),
		...(maintainers === undefined ? [] : [maintainersRule(maintainers)]),
		...(codeowners.length > 0 ? [codeownersRule(codeowners)] : []),
		licenceRule,
		releaseRule,
		pipelineRule,
		...tools.flatMap((tool) => toolRule(tool) ?? []),
	];
}
