import type { About, ListName } from '#model/snapshot.ts';

/** How many HTTP requests were sent for each list; for those that were not asked for, as before. */
export function countRequests(
	asked: readonly ListName[],
	requests: Readonly<Record<ListName, number>>,
	before: About | undefined,
): Record<string, number> {
	return {
		...before?.requests,
		...Object.fromEntries(asked.map((list) => [list, requests[list]])),
	};
}
