import type { IsoDate } from '#model/identifiers.ts';
import { formatDay } from '#core/words/formats.ts';
import type { Visits } from './last-visit.client.ts';

const kept = 'Only this browser remembers that day.';

/** The note of `Changes.astro`: what the browser keeps of a reader's visits. */
export class VisitNote {
	readonly #note: HTMLElement;

	constructor(note: HTMLElement) {
		this.#note = note;
	}

	/** @param newest The newest day that this visit shows. */
	show({ last, isKept }: Visits, newest: IsoDate): void {
		this.#note.hidden = !isKept;
		if (last === null) {
			const day = formatDay(newest);
			this.#say(
				`When you come back, you'll see what has changed since the plan of ${day}. ${kept}`,
			);
		} else if (last < newest) {
			this.#say(`On your last visit, the newest plan was that of ${formatDay(last)}. ${kept}`);
		} else {
			this.#say(`You've already seen the newest plan, that of ${formatDay(last)}. ${kept}`);
		}
	}

	/** Says so where the focus goes, since the button that had it is gone. */
	forget(): void {
		this.#say('Your visits are forgotten. The next one is remembered again.');
		this.#note.querySelector('button')?.remove();
		this.#note.querySelector('p')?.focus();
	}

	#say(words: string): void {
		const text = this.#note.querySelector('p');
		if (text) text.textContent = words;
	}
}
