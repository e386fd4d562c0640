import { GraphQLError } from 'graphql';
import { largestPage } from './costs.ts';

export interface PageArguments {
	first?: number | null;
	after?: string | null;
}

/** One page of a list. Cursors tell a position and nothing that a caller could read. */
export function connection<Row, Node>(
	rows: readonly Row[],
	{ first, after }: PageArguments,
	toNode: (row: Row) => Node,
) {
	const start = after ? positionOf(after) + 1 : 0;
	const page = rows.slice(start, start + sizeOf(first));
	const last = start + page.length - 1;
	return {
		nodes: page.map(toNode),
		pageInfo: {
			hasNextPage: last + 1 < rows.length,
			hasPreviousPage: start > 0,
			startCursor: page.length > 0 ? cursorAt(start) : null,
			endCursor: page.length > 0 ? cursorAt(last) : null,
		},
	};
}

function sizeOf(first: number | null | undefined): number {
	if (first === undefined || first === null) return largestPage;
	if (first < 0) throw new GraphQLError('`first` must be a non-negative number');
	return Math.min(first, largestPage);
}

function cursorAt(position: number): string {
	return Buffer.from(JSON.stringify({ position })).toString('base64url');
}

function positionOf(cursor: string): number {
	try {
		const read = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { position?: unknown };
		if (typeof read.position === 'number') return read.position;
	} catch {
		// Not one of ours.
	}
	throw new GraphQLError('Please provide a valid cursor');
}
