import { formatDay } from './formats.ts';
import {
	lastSnapshot,
	lastVisit,
	parseChoice,
	type ChangesChoice,
	type ChangesOffer,
} from './changes-choice.ts';

/** The form of `ChangesForm.astro`, and the note on the last visit below it. */
export class ChangesForm {
	readonly #form: HTMLFormElement;
	readonly #note: HTMLElement | null;

	constructor(form: HTMLFormElement, note: HTMLElement | null) {
		this.#form = form;
		this.#note = note;
	}

	show(): void {
		this.#form.hidden = false;
	}

	focus(): void {
		this.#select('since')?.focus();
	}

	/** The days to choose from, oldest first. */
	listDays(): string[] {
		const options = this.#form.querySelectorAll<HTMLOptionElement>('optgroup option');
		return [...options].map(({ value }) => value).toReversed();
	}

	read(offer: ChangesOffer): ChangesChoice {
		const since = this.#select('since')?.value ?? lastSnapshot;
		const query = new URLSearchParams({ since, kind: this.#select('kind')?.value ?? '' });
		const choice = parseChoice(query, offer);
		return since === lastVisit ? { ...choice, since } : choice;
	}

	write({ since, kind }: ChangesChoice): void {
		for (const [name, value] of [
			['since', since],
			['kind', kind ?? ''],
		] as const) {
			const select = this.#select(name);
			if (select) select.value = value;
		}
	}

	/** What is chosen of the kinds, in the words of the form. `null`: any. */
	describeKind(): string | null {
		const option = this.#select('kind')?.selectedOptions[0];
		return option && option.value !== '' ? option.text.trim() : null;
	}

	/** Says what is known of the last visit, and offers to go on from there when it is of use. */
	offerVisit({ days, visit }: ChangesOffer): void {
		const option = this.#form.querySelector<HTMLOptionElement>(`option[value="${lastVisit}"]`);
		const newest = days.at(-1);
		const isOffered = visit !== null && newest !== undefined && visit < newest;
		if (option) {
			option.hidden = !isOffered;
			option.disabled = !isOffered;
		}
		if (!this.#note) return;
		this.#note.hidden = visit === null;
		const words = this.#note.querySelector('[data-visit-words]');
		if (words && visit !== null) {
			words.textContent = `At your last visit the newest plan here was that of ${formatDay(visit)}.`;
		}
	}

	#select(name: string): HTMLSelectElement | null {
		return this.#form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
	}
}
