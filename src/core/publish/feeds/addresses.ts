import { hasPlan } from '#core/snapshot/configured-lists.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Registry } from '#model/registry.ts';

/** Where the feeds are published. Readers have subscribed to these addresses: they stay. */
export const feedAddresses = {
	changes: '/feeds/changes.xml',
	milestones: '/feeds/milestones.ics',
} as const;

export type FeedName = keyof typeof feedAddresses;

/** Those of which the team has anything: changes are of the plan, and of what consumers call. */
export function findFeeds(registry: Pick<Registry, 'plan' | 'consumers'>): FeedName[] {
	const milestones = hasPlan(registry);
	const changes = milestones || registry.consumers.length > 0;
	return [...(changes ? ['changes' as const] : []), ...(milestones ? ['milestones' as const] : [])];
}

/** The id of the heading above the changes of a day. */
export function changesAnchor(day: IsoDate): string {
	return `day-${day}`;
}
