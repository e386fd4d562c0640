import type { Check } from '#core/inventory/check.ts';
import { checkProjects } from '#core/inventory/checks/check-projects.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, HandbookRules } from '#core/rules/frame/rule.ts';
import { notChecked, projectItem } from '#core/rules/frame/verdicts.ts';
import { sayOf } from '#core/rules/frame/words.ts';
import { formatCount, formatList } from '#core/words/formats.ts';

export const checkedRules = {
	'projects-at-path': {
		title: 'Projects are where they should be',
		state: () => 'Every project of the inventory is at the path that this handbook gives.',
		why: 'A link to an old path breaks when somebody takes the path.',
		needs: { files: ['projects'] },
		lists: ['projects'],
		judge: judgeChecks({
			isOf: ({ id }) => id === 'path',
			does: ['is at its path', 'are at their path'],
			fix: 'Correct the path in content/registry/projects.yaml.',
		}),
	},
	'projects-maintained': {
		title: 'The team maintains its projects',
		state: ({ checks }) =>
			`The group ${checks.maintainers ?? ''} has maintainer access to every project of the inventory.`,
		why: 'Without it, nobody on the team can merge or release.',
		needs: { checks: ['maintainers'], files: ['projects'] },
		lists: ['projects', 'access'],
		judge: judgeChecks({
			isOf: ({ id }) => id === 'maintainers',
			does: ['gives the group maintainer access', 'give the group maintainer access'],
			fix: 'Share the project with the group, or ask an owner to.',
		}),
	},
	'projects-owned': {
		title: 'The team owns the code',
		state: ({ checks }) =>
			`The CODEOWNERS file of every project names ${formatList(checks.codeowners, 'or')}.`,
		why: 'GitLab uses it to find the reviewers of a merge request.',
		needs: { checks: ['codeowners'], files: ['projects'] },
		lists: ['projects'],
		judge: judgeChecks({
			isOf: ({ id }) => id === 'codeowners',
			does: ['names a group of ours', 'name a group of ours'],
			fix: "Add the group to the project's CODEOWNERS file.",
		}),
	},
	'projects-released': {
		title: 'Projects are released',
		state: () => "No project's latest release is older than the registry allows.",
		why: "Fixes that aren't released reach nobody.",
		needs: { files: ['projects'] },
		lists: ['projects'],
		judge: judgeChecks({
			isOf: ({ id }) => id === 'release',
			does: ['is released often enough', 'are released often enough'],
			fix: 'Release the project, or say in content/registry/projects.yaml how old a release may be.',
		}),
	},
	'tools-aligned': {
		title: 'Tools are aligned',
		state: ({ checks }) =>
			`Every project uses the agreed version of ${formatList(checks.tools.filter(({ agreed }) => agreed !== undefined).map(({ name }) => name))}.`,
		why: 'One version everywhere means one set of bugs.',
		needs: { checks: ['tools'], files: ['projects'] },
		lists: ['projects'],
		judge: judgeChecks({
			isOf: ({ id }) => id.startsWith('tool-'),
			does: ['uses the agreed version', 'use the agreed version'],
			fix: 'Update the project, or agree on another version in content/registry/checks.yaml.',
		}),
	},
} satisfies HandbookRules;

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
function judgeChecks({ isOf, does, fix }: Wanted): HandbookRule['judge'] {
	return (world) => {
		const found = checkProjects(world.registry, world.snapshot).flatMap(({ declared, checks }) =>
			checks.filter(isOf).map((check) => ({ declared, answer: check.answer })),
		);
		const judged = found.filter(({ answer }) => answer === 'holds' || answer === 'broken');
		const left = found.filter(({ answer }) => answer === 'unknown').length;
		const rest = left === 0 ? '' : ` We couldn't run ${formatCount(left, 'more check')}.`;
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
		const observed = `We couldn't run ${formatCount(left, 'check')}.`;
		return notChecked(observed, 'Projects that are visible, or a token that may see them.');
	};
}

function say(count: number, [one, many]: readonly [string, string]): string {
	return count === 1
		? `The one project that was checked ${one}`
		: `All ${String(count)} projects that were checked ${many}`;
}
