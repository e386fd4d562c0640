import type { ProjectsExport } from '#model/exports.ts';
import type { ListState } from '#model/snapshot.ts';

/** The state of a list of the snapshot, for machines. */
export function toListStamp(list: ListState): ProjectsExport['snapshot']['projects'] {
	return {
		state: list.state,
		pulledAt: list.state === 'missing' ? null : list.pulledAt,
		reason: list.state === 'fresh' ? null : list.reason,
	};
}
