import type { GroupPath } from '#model/identifiers.ts';
import { pulledAtOf, type ListState } from '#model/snapshot.ts';
import { isSamePath } from '#core/base/paths.ts';
import { pathsOf } from '#core/inventory/entries.ts';
import { whyLacking } from '#core/inventory/gate.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRules, RuleVerdict } from '#core/rules/frame/rule.ts';
import { notChecked } from '#core/rules/frame/verdicts.ts';
import { formatList } from '#core/words/formats.ts';

export const declaredRules = {
	'projects-declared': {
		title: 'The inventory is complete',
		state: ({ checks }) =>
			`Every project of ${formatList(checks.completeGroups.map(({ path }) => path))} that isn't archived is in the inventory.`,
		why: "What isn't in the inventory isn't checked, and nobody finds out who looks after it.",
		needs: { checks: ['completeGroups'], files: ['projects'] },
		lists: ['group-projects'],
		judge: (world) => {
			const { about, rows } = world.snapshot;
			const { completeGroups } = world.registry.checks;
			const declared = world.registry.projects.flatMap(pathsOf);
			const verdict = judgeEvery({
				all: rows['group-projects'].filter(({ archived }) => !archived),
				isWrong: ({ path }) => !declared.some((one) => isSamePath(one, path)),
				toItem: ({ path, webUrl }) => ({ text: path, url: webUrl }),
				none: {
					observed: 'GitLab shows no project of these groups.',
					needs: 'The groups to be visible without signing in.',
				},
				noun: 'project',
				right: (count) => `All ${String(count)} projects of these groups are in the inventory.`,
				wrong: ["isn't", "aren't", 'in the inventory'],
				fix: 'Add them to content/registry/projects.yaml.',
			});
			return unlessUnread(
				verdict,
				about.lists['group-projects'],
				completeGroups,
				'the projects of ',
			);
		},
	},
	'groups-visible': {
		title: 'The groups exist',
		state: () =>
			'Every group that this handbook names for reviews and mentions is public on GitLab.',
		why: "A mention of a group that doesn't exist reaches nobody.",
		needs: { files: ['people'] },
		lists: ['groups'],
		judge: (world) => {
			const { groups } = world.snapshot.rows;
			const { people } = world.registry;
			const verdict = judgeEvery({
				all: people.filter(({ path }) => groups.some((group) => isSamePath(group.path, path))),
				isWrong: ({ path }) =>
					groups.some((group) => isSamePath(group.path, path) && !group.visible),
				toItem: ({ path, name }) => ({ text: `${name}: ${path}` }),
				none: { observed: "We haven't pulled any of the groups yet.", needs: 'The next pull.' },
				noun: 'group',
				right: ['is', 'are', 'public on GitLab'],
				wrong: ['is', 'are', 'missing, or not visible without signing in'],
				fix: 'Correct the path in content/registry/people.yaml, or make the group public.',
			});
			return unlessUnread(verdict, world.snapshot.about.lists.groups, people);
		},
	},
	'channels-linked-by-id': {
		title: 'Channels are linked by their ids',
		state: () => "The link to a Slack channel has the channel's id, not its name.",
		why: 'When a channel is renamed, a link with its id still works.',
		needs: { files: ['contact'] },
		lists: [],
		file: 'content/registry/contact.yaml',
		judge: ({ registry }) =>
			judgeEvery({
				all: (registry.contact?.channels ?? []).filter(({ url }) =>
					/(^|\.)slack\.com$/.test(new URL(url).hostname),
				),
				isWrong: ({ url }) => !/^\/archives\/[A-Z0-9]{9,}\/?$/.test(new URL(url).pathname),
				toItem: ({ name, url }) => ({ text: name, url }),
				none: {
					observed: 'The registry has no Slack channel.',
					needs: 'A channel in contact.yaml.',
				},
				noun: 'channel',
				right: ['is', 'are', 'linked by id'],
				wrong: ['is', 'are', 'linked by something else'],
				fix: 'Copy the link of the channel from Slack into content/registry/contact.yaml.',
			}),
	},
} satisfies HandbookRules;

/** That all groups keep a rule isn't known while GitLab failed to answer for one of them. */
function unlessUnread(
	verdict: RuleVerdict,
	state: ListState,
	groups: readonly { path: GroupPath }[],
	what = '',
): RuleVerdict {
	const unread = groups.map(({ path }) => path).filter((path) => pulledAtOf(state, path) === null);
	if (verdict.answer === 'broken' || unread.length === 0) return verdict;
	const observed = `We couldn't read ${what}${formatList(unread)}. ${whyLacking(state) ?? ''}`;
	return notChecked(observed, 'The next pull.');
}
