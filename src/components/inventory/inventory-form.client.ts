import {
	parameters,
	parseChoice,
	type Choice,
	type Offer,
} from '#core/inventory/inventory-filter.ts';

/** The form of `InventoryForm.astro`: what it offers, and what is chosen in it. */
export class InventoryForm {
	readonly offer: Offer;
	readonly #form: HTMLFormElement;
	readonly #categories: readonly HTMLOptionElement[];

	constructor(form: HTMLFormElement) {
		this.#form = form;
		this.#categories = this.#optionsOf('category').filter(({ dataset }) => dataset.group);
		const idsOf = (group: string) =>
			this.#categories.filter(({ dataset }) => dataset.group === group).map(({ value }) => value);
		this.offer = {
			groups: new Map(this.#optionsOf('group').map(({ value }) => [value, idsOf(value)])),
			languages: this.#optionsOf('language').map(({ value }) => value),
		};
	}

	show(): void {
		this.#form.hidden = false;
	}

	focus(): void {
		this.#form.querySelector<HTMLSelectElement>('label:not([hidden]) select')?.focus();
	}

	read(): Choice {
		const chosen = parameters.map((name) => [name, this.#select(name)?.value ?? '']);
		return parseChoice(new URLSearchParams(chosen), this.offer);
	}

	write(choice: Choice): void {
		this.#offerCategories(choice.group);
		for (const name of parameters) {
			const select = this.#select(name);
			if (select) select.value = choice[name] ?? '';
		}
	}

	/** What is chosen but the order, in the words of the form. */
	describeFilters(): string[] {
		return parameters
			.filter((name) => name !== 'sort')
			.flatMap((name) => {
				const option = this.#select(name)?.selectedOptions[0];
				return option && option.value !== '' ? [option.text.trim()] : [];
			});
	}

	/** Of the chosen group. Without any there is nothing to choose, so nothing is asked. */
	#offerCategories(group: string | null): void {
		const select = this.#select('category');
		const offered = this.#categories.filter(({ dataset }) => dataset.group === group);
		for (const option of this.#categories) option.remove();
		select?.append(...offered);
		select?.closest('label')?.toggleAttribute('hidden', offered.length === 0);
	}

	#select(name: string): HTMLSelectElement | null {
		return this.#form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
	}

	/** Without "any", whose value is empty. */
	#optionsOf(name: string): HTMLOptionElement[] {
		return [...(this.#select(name)?.options ?? [])].filter(({ value }) => value !== '');
	}
}
