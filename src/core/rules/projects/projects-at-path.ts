import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { judgeChecks } from './judge-checks.ts';

const lists = ['projects'] as const;

export const projectsAtPath: HandbookRule = {
	id: 'projects-at-path',
	title: 'Projects are where they should be',
	state: () => 'Every project of the inventory is at the path that this handbook gives.',
	why: 'A link to an old path breaks when somebody takes the path.',
	needs: { files: ['projects'] },
	lists,
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id === 'path',
			lists,
			does: ['is at its path', 'are at their path'],
			fix: 'Correct the path in content/registry/projects.yaml.',
		}),
};
