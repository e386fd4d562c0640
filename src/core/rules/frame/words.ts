/** What one of some does, what several do, and what follows either: `has`, `have`, `a weight`. */
export type Doing = readonly [one: string, many: string, rest?: string];

/** `1 issue has a weight`, `3 issues have a weight`: a sentence about so many, without its end. */
export function say(count: number, noun: string, doing: Doing): string {
	return `${String(count)} ${noun}${count === 1 ? '' : 's'} ${chooseFor(count, doing)}`;
}

/** `1 of 4 issues has no weight`, `3 of 4 issues have no weight`. */
export function sayOf(count: number, of: number, noun: string, doing: Doing): string {
	return `${String(count)} of ${String(of)} ${noun}${of === 1 ? '' : 's'} ${chooseFor(count, doing)}`;
}

function chooseFor(count: number, [one, many, rest]: Doing): string {
	const verb = count === 1 ? one : many;
	return rest === undefined ? verb : `${verb} ${rest}`;
}
