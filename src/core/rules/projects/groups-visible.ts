import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule } from '#core/rules/frame/rule.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { isSamePath } from '#core/base/paths.ts';

export const groupsVisible: HandbookRule = {
	id: 'groups-visible',
	title: 'The groups exist',
	state: () =>
		'Every group that this handbook names for reviews and mentions is on GitLab, for all to see.',
	why: "A mention of a group that doesn't exist reaches nobody.",
	needs: { files: ['people'] },
	lists: ['groups'],
	judge: (world) => {
		const { groups } = world.snapshot.rows;
		return judgeEvery({
			all: world.registry.people.filter(({ path }) =>
				groups.some((group) => isSamePath(group.path, path)),
			),
			isWrong: ({ path }) => groups.some((group) => isSamePath(group.path, path) && !group.visible),
			toItem: ({ path, name }) => ({ text: `${name}: ${path}` }),
			none: { observed: 'None of the groups was pulled yet.', needs: 'The next pull.' },
			right: (count) => `${say(count, 'group', ['is', 'are'])} on GitLab, for all to see.`,
			wrong: (count, of) =>
				`${sayOf(count, of, 'group', ['is', 'are'])} missing, or not visible without signing in.`,
			fix: 'Correct the path in content/registry/people.yaml, or make the group public.',
		});
	},
};
