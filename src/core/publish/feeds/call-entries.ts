import { describeCallChange, type CallChangesOfDay } from '#core/consumers/call-changes.ts';
import { consumerPageAddress, type AddressOf } from '#core/publish/exports/addresses.ts';
import type { FeedEntry } from './feed-entry.ts';

/** What consumers have begun to call, and call no more, as entries of the feed. */
export function toCallEntries(
	days: readonly CallChangesOfDay[],
	addressOf: AddressOf,
): FeedEntry[] {
	return days.flatMap(({ day, changes }) =>
		changes.map((change) => ({
			id: ['calls', day, change.consumer.path, change.endpoint.id, change.kind],
			day,
			title: describeCallChange(change),
			link: addressOf(consumerPageAddress(change.consumer.path)),
			kind: change.kind,
			notes: [
				`Read in the source of ${change.consumer.path} at commit ${change.commit.slice(0, 12)}. Changed since ${change.since}.`,
			],
		})),
	);
}
