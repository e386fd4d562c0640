import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { formatList } from '#core/words/formats.ts';
import { judgeChecks } from './judge-checks.ts';

export const projectsOwned: HandbookRule = {
	id: 'projects-owned',
	title: 'The team owns the code',
	state: ({ checks }) =>
		`The CODEOWNERS file of every project names ${formatList(checks.codeowners, 'or')}.`,
	why: 'Merge requests find their reviewers by it.',
	needs: { checks: ['codeowners'], files: ['projects'] },
	lists: ['projects'],
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id === 'codeowners',
			does: ['names a group of ours', 'name a group of ours'],
			fix: "Add the group to the project's CODEOWNERS file.",
		}),
};
