/** `No issue has`, `1 issue has`, `3 issues have`: the start of a sentence about so many. */
export function say(count: number, noun: string, [one, many]: readonly [string, string]): string {
	return count === 1 ? `1 ${noun} ${one}` : `${String(count)} ${noun}s ${many}`;
}

/** `1 of 4 issues has`, `3 of 4 issues have`. */
export function sayOf(
	count: number,
	of: number,
	noun: string,
	[one, many]: readonly [string, string],
): string {
	return `${String(count)} of ${String(of)} ${noun}${of === 1 ? '' : 's'} ${count === 1 ? one : many}`;
}
