import type { IsoDate } from '#model/identifiers.ts';

/**
 * One entry of the feed: a change of the plan, or of what consumers call. All of it is text, as
 * GitLab has it: the renderer makes it harmless.
 */
export interface FeedEntry {
	/**
	 * Parts that tell it from all other entries, and never change: `['calls', '2026-11-23',
	 * 'example/cli', 'list-cars']`. The first says where it is from, so that no two sources meet.
	 */
	id: readonly string[];
	/** The day on which the change was seen. */
	day: IsoDate;
	/** What has changed, in a line. */
	title: string;
	/** Where to read more: whole, or from the root of the host where the site does not know its own. */
	link: string;
	kind: string;
	notes: readonly string[];
}
