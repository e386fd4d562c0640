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

	focus(): void {
		this.#field('q')?.focus();
	}

	/** @param hash The fragment of the address, which has the chip. */
	read(hash: string): Choice {
		const chosen = parameters.map((name) => [name, this.#field(name)?.value ?? '']);
		return parseChoice({ search: new URLSearchParams(chosen).toString(), hash }, this.offer);
	}

	write(choice: Choice): void {
		this.#offerCategories(choice.group);
		for (const name of parameters) {
			const field = this.#field(name);
			// What is being typed stays as it is, with the space at its end.
			if (field && field.value.trim() !== (choice[name] ?? '')) field.value = choice[name] ?? '';
		}
	}

	/** What is chosen but the order, in the words of the form. */
	describeFilters(): string[] {
		return parameters
			.filter((name) => name !== 'sort')
			.flatMap((name) => {
				const field = this.#field(name);
				if (!field || field.value.trim() === '') return [];
				if (field instanceof HTMLInputElement) return [`“${field.value.trim()}”`];
				return [field.selectedOptions[0]?.text.trim() ?? ''];
			});
	}

	/** Of the chosen group. Without any there is nothing to choose, so nothing is asked. */
	#offerCategories(group: string | null): void {
		const select = this.#field('category');
		const offered = this.#categories.filter(({ dataset }) => dataset.group === group);
		for (const option of this.#categories) option.remove();
		select?.append(...offered);
		select?.closest('label')?.toggleAttribute('hidden', offered.length === 0);
	}

	#field(name: string): HTMLSelectElement | HTMLInputElement | null {
		return this.#form.querySelector<HTMLSelectElement | HTMLInputElement>(`[name="${name}"]`);
	}

	/** Without "all", whose value is empty. */
	#optionsOf(name: string): HTMLOptionElement[] {
		const options = this.#form.querySelectorAll<HTMLOptionElement>(`[name="${name}"] option`);
		return [...options].filter(({ value }) => value !== '');
	}
}
