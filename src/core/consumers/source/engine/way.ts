import type { SyntaxNode } from '@lezer/common';
import type { Placed } from './parsed-file.ts';

/** A text is followed from name to name, and into functions, so often: what goes on is no path. */
export const maxSteps = 6;

/** How a text is followed. */
export interface Way<File> {
	readonly steps: number;
	/** The function that it is followed into, and the call of it. */
	readonly through?:
		| { readonly helper: Placed<File>; readonly call: Placed<File>; readonly from: Way<File> }
		| undefined;
}

export function onward<File>(way: Way<File>): Way<File> {
	return { ...way, steps: way.steps + 1 };
}

/** Whether a node is in another one of the same file. */
export function isAround(outer: SyntaxNode, { from, to }: SyntaxNode): boolean {
	return outer.from <= from && to <= outer.to;
}
