export type Field = HTMLInputElement | HTMLSelectElement;

/**
 * An element with fields whose choice is kept in the address, `?q=aws&language=Go`, so that it can be
 * sent to others. It is read from there when the page is opened, and on the way back or forward.
 *
 * A field that says what it says in the page as it comes has no parameter. What is not offered is
 * ignored, since links get old, and parameters of others stay.
 */
export abstract class KeptChoice extends HTMLElement {
	/** Where it is said what the choice came to. */
	protected readonly status: string = '[role="status"]';

	connectedCallback(): void {
		this.addEventListener('input', this.keep);
		this.addEventListener('submit', stay);
		window.addEventListener('popstate', this.restore);
		this.restore();
	}

	disconnectedCallback(): void {
		window.removeEventListener('popstate', this.restore);
	}

	/** Shows what the fields say. */
	protected abstract show(): void;

	/** What is chosen with: each has the name of its parameter. */
	protected fields(): Field[] {
		return [...this.querySelectorAll<Field>('[name]')];
	}

	/** All fields say what they say in the page as it comes. */
	protected clear(): void {
		for (const field of this.fields()) fill(field, []);
		this.keep();
	}

	/** The address is replaced: the way back leads to the page before, not through every choice. */
	protected readonly keep = (): void => {
		const address = new URL(window.location.href);
		for (const { name } of this.fields()) address.searchParams.delete(name);
		for (const field of this.fields().filter(isChosen)) {
			address.searchParams.append(field.name, field.value.trim());
		}
		window.history.replaceState(window.history.state, '', address);
		this.show();
	};

	protected readonly restore = (): void => {
		const query = new URLSearchParams(window.location.search);
		for (const field of this.fields()) fill(field, query.getAll(field.name));
		this.show();
	};

	/** Said again only when it says something else. */
	protected say(words: string, where = this.status): void {
		const status = this.querySelector(where);
		if (status && status.textContent.trim() !== words) status.textContent = words;
	}
}

function stay(event: Event): void {
	event.preventDefault();
}

export function isChosen(field: Field): boolean {
	if (field instanceof HTMLSelectElement) return field.selectedOptions[0] !== defaultOf(field);
	return field.type === 'checkbox' ? field.checked : field.value.trim() !== '';
}

function fill(field: Field, values: readonly string[]): void {
	if (field instanceof HTMLSelectElement) {
		const offered = [...field.options].filter(({ disabled }) => !disabled);
		const option = offered.find(({ value }) => values.includes(value)) ?? defaultOf(field);
		if (option) option.selected = true;
	} else if (field.type === 'checkbox') field.checked = values.includes(field.value);
	// What is being typed stays as it is, with the space at its end.
	else if (field.value.trim() !== (values[0] ?? '')) field.value = values[0] ?? '';
}

function defaultOf({ options }: HTMLSelectElement): HTMLOptionElement | undefined {
	return [...options].find(({ defaultSelected }) => defaultSelected) ?? options[0];
}
