/**
 * How a word is marked: by a shape and a colour that repeat what the word says. `quiet`: nobody has to
 * do anything; `ink`: done, or said; `now`: here and now.
 */
export type Tone = 'good' | 'warn' | 'bad' | 'quiet' | 'ink' | 'now';

/** The drawings of `public/marks.svg`. */
export type MarkName =
	| 'tick'
	| 'warning'
	| 'alert'
	| 'cross'
	| 'bar'
	| 'unknown'
	| 'slash'
	| 'ring'
	| 'done'
	| 'arrow'
	| 'diamond'
	| 'hollow-diamond'
	| 'dot'
	| 'clock'
	| 'flask'
	| 'chevron'
	| 'leave';

/** A word for people, and how it is marked. */
export interface Wording {
	word: string;
	tone: Tone;
	/** By default, the one of the tone. */
	mark?: MarkName;
}

/** What filters the rows of a list when it is chosen. */
export interface Chip extends Partial<Omit<Wording, 'word'>> {
	id: string;
	name: string;
	/** Of the rows that it shows. */
	count: number;
}

/** The shape of each tone, for people who do not see its colour. */
export const toneMarks: Record<Tone, MarkName> = {
	good: 'tick',
	warn: 'warning',
	bad: 'cross',
	quiet: 'ring',
	ink: 'done',
	now: 'dot',
};
