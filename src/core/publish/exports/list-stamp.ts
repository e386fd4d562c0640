import type { ListStamp } from '#model/exported-file.ts';
import type { ListState } from '#model/snapshot.ts';

/** The state of a list, as every file for machines says it. */
export function toListStamp(list: ListState): ListStamp {
	return {
		state: list.state,
		pulledAt: list.state === 'missing' ? null : list.pulledAt,
		reason: list.state === 'fresh' ? null : list.reason,
	};
}
