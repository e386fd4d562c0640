import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { judgeChecks } from './judge-checks.ts';

export const projectsAtPath: HandbookRule = {
	id: 'projects-at-path',
	title: 'Projects are where they should be',
	state: () => 'Every project of the inventory is at the path that this handbook gives.',
	why: 'A link to an old path breaks when somebody takes the path.',
	needs: { files: ['projects'] },
	lists: ['projects'],
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id === 'path',
			does: ['is at its path', 'are at their path'],
			fix: 'Correct the path in content/registry/projects.yaml.',
		}),
};
