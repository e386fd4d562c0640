import { milestonesBetween } from '#core/plan/calendar.ts';
import { judgeEvery } from '#core/rules/frame/judge-every.ts';
import type { HandbookRule, RuleWorld } from '#core/rules/frame/rule.ts';
import { say, sayOf } from '#core/rules/frame/words.ts';
import { formatCount } from '#core/words/formats.ts';
import type { Registry } from '#model/registry.ts';

export const removalsAnnounced: HandbookRule = {
	id: 'removals-announced',
	title: 'Removals are announced in time',
	state: ({ api }) =>
		`The removal of an endpoint is announced at least ${formatCount(shortestNotice({ api }), 'milestone')} before it.`,
	why: 'Its users need that long to change over.',
	needs: { plan: ['lastMinor'], api: true },
	lists: [],
	judge: (world) =>
		judgeEvery({
			all: planned(world),
			isWrong: ({ notice }) => notice < shortestNotice(world.registry),
			toItem: ({ title, since, removal }) => ({
				text: `${title}: announced in ${since}, to be removed in ${removal}`,
			}),
			reading: {
				from: { text: 'content/registry/api.yaml', url: null },
				readAt: world.snapshot.about.pulledAt,
				permission: 'stranger',
			},
			none: {
				observed: 'No endpoint has both a milestone of announcement and one of removal.',
				needs: 'The keys since and removal of a deprecated endpoint in api.yaml.',
			},
			right: (count) => `${say(count, 'removal', ['is', 'are'])} announced that early.`,
			wrong: (count, of) => `${sayOf(count, of, 'removal', ['was', 'were'])} announced later.`,
			fix: 'Put the removal off to a later major version.',
		}),
};

function shortestNotice({ api }: Pick<Registry, 'api'>): number {
	return Math.min(...api.notice.map(({ milestonesBefore }) => milestonesBefore));
}

function planned({ registry }: RuleWorld) {
	return registry.api.endpoints.flatMap(({ title, deprecation }) => {
		const { since, removal } = deprecation ?? {};
		if (since === undefined || removal === undefined) return [];
		const notice = milestonesBetween(since, removal, registry.plan);
		return notice === undefined ? [] : [{ title, since, removal, notice }];
	});
}
