import type { SitePath } from '#core/publish/exports/addresses.ts';
import type { IsoDate } from '#model/identifiers.ts';

/** Where the feeds are published. Readers have subscribed to these addresses: they stay. */
export const feedAddresses = {
	changes: '/feeds/changes.xml',
	milestones: '/feeds/milestones.ics',
} as const;

/** The page of all changes of the plan, and on it the changes of a day. */
export function changesPageAddress(day?: IsoDate): SitePath {
	return day === undefined ? '/roadmap/changes/' : `/roadmap/changes/#${changesAnchor(day)}`;
}

/** The id of the heading above the changes of a day. */
export function changesAnchor(day: IsoDate): string {
	return `day-${day}`;
}
