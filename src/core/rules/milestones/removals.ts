import { milestonesBetween } from '#core/plan/calendar.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, HandbookRules, RuleWorld } from '#core/rules/frame/rule.ts';
import { formatCount } from '#core/words/formats.ts';
import type { Registry } from '#model/registry.ts';

export const removalRules = {
	'removals-announced': announcedBefore({
		title: 'Removals are announced in time',
		why: 'Its users need that long to change over.',
		goal: 'The',
		chosen: Math.min,
	}),
	'removals-announced-early': announcedBefore({
		title: 'Removals are announced as early as we want',
		why: 'More users hear of it, and nobody is in a hurry.',
		goal: 'Our goal: the',
		chosen: Math.max,
	}),
} satisfies HandbookRules;

interface Announced extends Pick<HandbookRule, 'title' | 'why'> {
	/** How its sentence begins. */
	goal: string;
	/** Which of the notices that the registry has, in milestones. */
	chosen: (...notices: number[]) => number;
}

function announcedBefore({ goal, chosen, ...rule }: Announced): HandbookRule {
	const noticeOf = ({ api }: Pick<Registry, 'api'>) =>
		chosen(...api.notice.map(({ milestonesBefore }) => milestonesBefore));
	return {
		...rule,
		state: ({ api }) =>
			`${goal} removal of an endpoint is announced at least ${formatCount(noticeOf({ api }), 'milestone')} before it.`,
		needs: { plan: ['lastMinor'], api: true },
		ofMilestonesAlone: true,
		lists: [],
		file: 'content/registry/api.yaml',
		judge: (world) =>
			judgeEvery({
				all: planned(world),
				isWrong: ({ notice }) => notice < noticeOf(world.registry),
				toItem: ({ title, since, removal }) => ({
					text: `${title}: announced in ${since}, to be removed in ${removal}`,
				}),
				none: {
					observed: 'No endpoint has both a milestone of announcement and one of removal.',
					needs: 'The keys since and removal of a deprecated endpoint in api.yaml.',
				},
				noun: 'removal',
				right: ['is', 'are', 'announced that early'],
				wrong: ['was', 'were', 'announced later'],
				fix: 'Put the removal off to a later major version.',
			}),
	};
}

function planned({ registry }: RuleWorld) {
	return registry.api.endpoints.flatMap(({ title, deprecation }) => {
		const { since, removal } = deprecation ?? {};
		if (since === undefined || removal === undefined) return [];
		const notice = milestonesBetween(since, removal, registry.plan);
		return notice === undefined ? [] : [{ title, since, removal, notice }];
	});
}
