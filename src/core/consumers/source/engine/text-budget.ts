import type { TextPiece } from './text.ts';
import type { CheckTime } from './time.ts';

/** Of one text: no person writes a path or a query of more parts, or a longer one. */
const maxPieces = 200;
const maxCharacters = 100_000;
/** Of all texts of one file together: constants make many long ones out of few short ones. */
const maxOfFile = 4 * 1024 * 1024;

/** What the texts may be that are put together in one file. What is more is data. */
export class TextBudget {
	readonly #checkTime: CheckTime;
	#spent = 0;

	constructor(checkTime: CheckTime) {
		this.#checkTime = checkTime;
	}

	/** Whether names may still be followed to what they are. */
	get isLeft(): boolean {
		return this.#spent < maxOfFile;
	}

	/** Whether a text, or a part of one, is as large as one may be. It counts for the file. */
	allows(pieces: readonly TextPiece[]): boolean {
		this.#checkTime();
		if (pieces.length > maxPieces) return false;
		let characters = 0;
		for (const { text } of pieces) characters += text?.length ?? 1;
		this.#spent += characters;
		return characters <= maxCharacters;
	}
}
