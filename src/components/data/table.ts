import { formatShortDay } from '#core/words/formats.ts';
import type { Wording } from '#core/words/tone.ts';
import type { IsoDate } from '#model/identifiers.ts';

/** A part of a cell: words, and what else there is to say about them. */
export interface Cell {
	text: string | number;
	href?: string | null | undefined;
	/** Of a date: as machines read it. */
	datetime?: string;
	/** Of a status: how it is marked. */
	wording?: Omit<Wording, 'word'>;
	/**
	 * `quiet`: what is left out says so in grey. `dash`: there is nothing to say, so only the ear gets
	 * the words. `note`: a line of the team's, with code in backticks. `instant`: a moment, by the
	 * reader's clock.
	 */
	as?: 'code' | 'quiet' | 'dash' | 'note' | 'instant';
	/** Only where rows are cards, after the words: `points`. */
	unit?: string;
	/** Beside it: what is not normal. */
	tags?: readonly Wording[];
	/** In grey below it. */
	notes?: readonly (string | Cell)[];
	/** Below it, behind a line that says what is inside; nothing, if there are no parts. */
	folded?: { summary: string; parts: readonly Cell[] } | undefined;
	/** How many columns it takes. The columns that it covers are not asked. */
	span?: number;
	/** What scripts know of it, where it is a note. */
	attributes?: Readonly<Record<string, boolean | string>>;
}

/** One cell may have several parts, one below the other. */
export type Cells = string | number | Cell | readonly (string | Cell)[];

export interface Column<Row> {
	name: string;
	/** In grey below the heading. */
	note?: string | undefined;
	width?: `${number}%`;
	isNumber?: boolean;
	/** For scripts: what the column is. */
	id?: string;
	/** Before the words where rows are cards in a line: `Go`. */
	isNamed?: boolean;
	cell: (row: Row, index: number) => Cells;
}

/** Rows below a heading of their own. */
export interface Group<Row> {
	/** `null`: no heading. */
	name: string | null;
	/** In grey beside it. */
	meaning?: string | undefined;
	attributes?: Readonly<Record<string, string | null | undefined>>;
	rows: readonly Row[];
}

export function partsOf(cells: Cells): Cell[] {
	if (typeof cells === 'string' || typeof cells === 'number') return [{ text: cells }];
	return 'text' in cells ? [cells] : cells.map(toCell);
}

export function toCell(part: string | Cell): Cell {
	return typeof part === 'string' ? { text: part } : part;
}

/** There are thousands of cells with nothing but words: a component for each takes as long as all else of a table. */
export function isPlain(cell: Cell): boolean {
	return Object.entries(cell).every(
		([name, value]) => value === undefined || name === 'text' || name === 'span',
	);
}

export function statusCell({ word, ...wording }: Wording): Cell {
	return { text: word, wording };
}

/** @param isOwn False: GitLab has no such day, so that it is computed. */
export function dayCell(day: IsoDate | null, isOwn = true): Cell {
	if (day === null) return { text: 'not known', as: 'quiet' };
	return { text: formatShortDay(day), datetime: day, notes: isOwn ? [] : ['computed'] };
}
