import { milestonesBetween } from '#core/plan/calendar.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, RuleWorld } from '#core/rules/frame/rule.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';
import type { Registry } from '#model/registry.ts';

export const removalsAnnounced = announcedBefore({
	id: 'removals-announced',
	title: 'Removals are announced in time',
	why: 'Its users need that long to change over.',
	goal: 'The',
	notice: shortestNotice,
});

export const removalsAnnouncedEarly = announcedBefore({
	id: 'removals-announced-early',
	title: 'Removals are announced as early as we want',
	why: 'More users hear of it, and nobody is in a hurry.',
	goal: 'Our goal: the',
	notice: longestNotice,
});

interface Announced extends Pick<HandbookRule, 'id' | 'title' | 'why'> {
	/** How its sentence begins. */
	goal: string;
	/** In milestones. */
	notice: (registry: Pick<Registry, 'api'>) => number;
}

function announcedBefore({ goal, notice: noticeOf, ...rule }: Announced): HandbookRule {
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
				right: (count) => `${say(count, 'removal', ['is', 'are'])} announced that early.`,
				wrong: (count, of) => `${sayOf(count, of, 'removal', ['was', 'were'])} announced later.`,
				fix: 'Put the removal off to a later major version.',
			}),
	};
}

function shortestNotice({ api }: Pick<Registry, 'api'>): number {
	return Math.min(...api.notice.map(({ milestonesBefore }) => milestonesBefore));
}

function longestNotice({ api }: Pick<Registry, 'api'>): number {
	return Math.max(...api.notice.map(({ milestonesBefore }) => milestonesBefore));
}

function planned({ registry }: RuleWorld) {
	return registry.api.endpoints.flatMap(({ title, deprecation }) => {
		const { since, removal } = deprecation ?? {};
		if (since === undefined || removal === undefined) return [];
		const notice = milestonesBetween(since, removal, registry.plan);
		return notice === undefined ? [] : [{ title, since, removal, notice }];
	});
}
