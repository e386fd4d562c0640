import type { SyntaxNode } from '@lezer/common';
import type { Placed } from './parsed-file.ts';

type FindPlace<File> = (node: SyntaxNode, file: File) => Placed<File> | undefined;

/** What values are, where the text alone cannot tell. */
export interface Values<File> {
	findFunction: FindPlace<File>;
	/** What a member or an imported name is. */
	findValue: FindPlace<File>;
	isFunction(node: SyntaxNode, file: File): boolean;
}

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

/** Where every text is followed from. */
export const start = { steps: 0 } as const;

export function onward<File>(way: Way<File>): Way<File> {
	return { ...way, steps: way.steps + 1 };
}

/** Whether a node is in another one of the same file. */
export function isAround(outer: SyntaxNode, { from, to }: SyntaxNode): boolean {
	return outer.from <= from && to <= outer.to;
}
