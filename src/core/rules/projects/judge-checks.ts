import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import type { Check } from '#core/inventory/check.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { RuleVerdict, RuleWorld } from '#core/rules/frame/rule.ts';
import { notChecked, projectItem } from '#core/rules/frame/verdicts.ts';
import { sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';

interface Wanted {
	isOf: (check: Check) => boolean;
	/** `has a release that is young enough`, `have …`: what a project does that keeps the rule. */
	does: readonly [string, string];
	fix: string;
}

/**
 * Judges a rule by a check of the inventory: the projects that the check fails for break it. Those that
 * couldn't be checked, or are exempt from the check, break nothing, and are counted.
 */
export function judgeChecks(world: RuleWorld, { isOf, does, fix }: Wanted): RuleVerdict {
	const found = checkProjects(world.registry, world.snapshot).flatMap(({ declared, checks }) =>
		checks.checks.filter(isOf).map((check) => ({ declared, answer: check.answer })),
	);
	const judged = found.filter(({ answer }) => answer === 'holds' || answer === 'broken');
	const left = found.filter(({ answer }) => answer === 'unknown').length;
	const rest = left === 0 ? '' : ` ${formatCount(left, 'more check')} couldn't be made.`;
	if (found.length === 0 || judged.length > 0) {
		return judgeEvery({
			all: judged,
			isWrong: ({ answer }) => answer === 'broken',
			toItem: ({ declared }) => projectItem(declared),
			none: {
				observed: 'The check applies to no project.',
				needs: 'A project that it applies to.',
			},
			right: (count) => `${say(count, does)}.${rest}`,
			wrong: (count, of) => `${sayOf(of - count, of, 'project', does)}.${rest}`,
			fix,
		});
	}
	const observed = `${formatCount(left, 'check')} couldn't be made, and no other.`;
	return notChecked(observed, 'Projects that are visible, or a token that may see them.');
}

function say(count: number, [one, many]: readonly [string, string]): string {
	return count === 1
		? `The one project that was checked ${one}`
		: `All ${String(count)} projects that were checked ${many}`;
}
