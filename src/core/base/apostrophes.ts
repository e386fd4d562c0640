/** A straight one between two letters can be nothing else: most that prose has are these. */
const withinWord = /(?<=\p{L})'(?=\p{L})/gu;

/** A text whose apostrophes within words are set as printers set them: for texts that are no Markdown. */
export function setApostrophes(text: string): string {
	return text.replaceAll(withinWord, '’');
}
