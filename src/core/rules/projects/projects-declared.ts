import { isSamePath } from '#core/base/paths.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import { whyLacking } from '#core/inventory/gate.ts';
import { pulledAtOf } from '#model/snapshot.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { sayOf } from '#core/rules/frame/words.ts';
import { formatList } from '#core/words/formats.ts';

export const projectsDeclared: HandbookRule = {
	id: 'projects-declared',
	title: 'The inventory is complete',
	state: ({ checks }) =>
		`Every project of ${formatList(checks.completeGroups.map(({ path }) => path))} that isn't archived is in the inventory.`,
	why: "What isn't in the inventory isn't checked, and nobody finds out who looks after it.",
	needs: { checks: ['completeGroups'], files: ['projects'] },
	lists: ['group-projects'],
	judge: (world) => {
		const { about, rows } = world.snapshot;
		const declared = world.registry.projects.flatMap(pathsOf);
		const state = about.lists['group-projects'];
		const unread = world.registry.checks.completeGroups
			.map(({ path }) => path)
			.filter((path) => pulledAtOf(state, path) === null);
		const verdict = judgeEvery({
			all: rows['group-projects'].filter(({ archived }) => !archived),
			isWrong: ({ path }) => !declared.some((one) => isSamePath(one, path)),
			toItem: ({ path, webUrl }) => ({ text: path, url: webUrl }),
			none: {
				observed: 'GitLab shows no project of these groups.',
				needs: 'The groups to be visible without signing in.',
			},
			right: (count) => `All ${String(count)} projects of these groups are in the inventory.`,
			wrong: (count, of) => `${sayOf(count, of, 'project', ["isn't", "aren't"])} in the inventory.`,
			fix: 'Add them to content/registry/projects.yaml.',
		});
		if (verdict.answer !== 'holds' || unread.length === 0) return verdict;
		const observed = `We couldn't read the projects of ${formatList(unread)}. ${whyLacking(state) ?? ''}`;
		return notChecked(observed, 'The next pull.');
	},
};
