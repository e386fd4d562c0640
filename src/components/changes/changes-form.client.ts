import {
	defaultSince,
	lastSnapshot,
	lastVisit,
	parseChoice,
	type ChangesChoice,
	type ChangesOffer,
} from './changes-choice.ts';

/** The form of `ChangesForm.astro`. */
export class ChangesForm {
	readonly #form: HTMLFormElement;

	constructor(form: HTMLFormElement) {
		this.#form = form;
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

	/** A last visit can be chosen when something was kept since. */
	offerVisit(offer: ChangesOffer): void {
		const option = this.#form.querySelector<HTMLOptionElement>(`option[value="${lastVisit}"]`);
		if (!option) return;
		option.disabled = defaultSince(offer) !== lastVisit;
		option.hidden = option.disabled;
	}

	#select(name: string): HTMLSelectElement | null {
		return this.#form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
	}
}
