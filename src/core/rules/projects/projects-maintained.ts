import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { judgeChecks } from './judge-checks.ts';

export const projectsMaintained: HandbookRule = {
	id: 'projects-maintained',
	title: 'The team maintains its projects',
	state: ({ checks }) =>
		`The group ${checks.maintainers ?? ''} has maintainer access to every project of the inventory.`,
	why: 'Without it, nobody of the team can merge or release.',
	needs: { checks: ['maintainers'], files: ['projects'] },
	lists: ['projects', 'access'],
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id === 'maintainers',
			does: ['gives the group maintainer access', 'give the group maintainer access'],
			fix: 'Share the project with the group, or ask an owner to.',
		}),
};
