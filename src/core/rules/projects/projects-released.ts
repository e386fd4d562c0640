import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { judgeChecks } from './judge-checks.ts';

export const projectsReleased: HandbookRule = {
	id: 'projects-released',
	title: 'Projects are released',
	state: () => "No project's latest release is older than the registry allows.",
	why: "Fixes that aren't released reach nobody.",
	needs: { files: ['projects'] },
	lists: ['projects'],
	judge: (world) =>
		judgeChecks(world, {
			isOf: ({ id }) => id === 'release',
			does: ['is released often enough', 'are released often enough'],
			fix: 'Release the project, or say in content/registry/projects.yaml how old a release may be.',
		}),
};
