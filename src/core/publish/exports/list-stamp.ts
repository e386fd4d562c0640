import type { ListStamp } from '#model/exported-file.ts';
import { isPulled, type ListState } from '#model/snapshot.ts';

/** The state of a list, as every file for machines says it. */
export function toListStamp(list: ListState): ListStamp {
	return {
		state: list.state,
		pulledAt: isPulled(list) ? list.pulledAt : null,
		reason: 'reason' in list ? list.reason : null,
	};
}
