import type { ExportStamp, ListStamp } from '#model/exported-file.ts';
import { isPulled, type About, type ListState } from '#model/snapshot.ts';

/** How much what GitLab answered can be trusted. */
export function toExportStamp({
	source,
	sample,
	pulledAt,
}: Pick<About, 'source' | 'sample' | 'pulledAt'>): ExportStamp {
	return { source, sample, pulledAt };
}

/** The state of a list, as every file for machines says it. */
export function toListStamp(list: ListState): ListStamp {
	return {
		state: list.state,
		pulledAt: isPulled(list) ? list.pulledAt : null,
		reason: 'reason' in list ? list.reason : null,
	};
}
