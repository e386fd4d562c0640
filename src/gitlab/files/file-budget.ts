import type { Ledger } from '#gitlab/transport/ledger.ts';

/** The requests that a list may make for files. */
export interface FileBudget {
	/** Call it before the first of them. Tells what is left, from then on. */
	begin: () => Promise<() => number>;
	/** What the list does not need, when it is done. */
	unused: () => Promise<number>;
}

/**
 * @param planned How many they are. Is asked for when they are needed.
 * @param takeOver Requests that another list has left, as soon as it is done.
 */
export function fileBudget(
	planned: () => Promise<number>,
	ledger: Ledger,
	takeOver: () => Promise<number>,
): FileBudget {
	let used = () => 0;
	return {
		begin: async () => {
			const most = (await planned()) + (await takeOver());
			const before = ledger.count;
			used = () => ledger.count - before;
			return () => Math.max(0, most - used());
		},
		unused: async () => Math.max(0, (await planned()) - used()),
	};
}
