/** How a word is marked: by a shape and a colour that repeat what the word says. */
export type Tone = 'good' | 'warn' | 'bad' | 'planned' | 'plain';

/** A word for people, and how it is marked. */
export interface Wording {
	word: string;
	tone: Tone;
}
