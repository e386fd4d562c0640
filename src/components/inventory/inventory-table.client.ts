import {
	noChoice,
	parseChoice,
	writeChoice,
	type Choice,
} from '#core/inventory/inventory-filter.ts';
import { InventoryForm } from './inventory-form.client.ts';
import { InventoryRows } from './inventory-rows.client.ts';
import { describeShown } from '#core/words/inventory-words.ts';

/**
 * `<inventory-table>` around the form, the status and the table of `InventoryTable.astro`.
 *
 * Shows the form, and of the rows those that fit what is chosen in it. The choice is kept in the
 * address: it is read from there when the page is opened, and when a reader goes back or forward.
 */
class InventoryTable extends HTMLElement {
	#form: InventoryForm | undefined;
	#rows: InventoryRows | undefined;
	#status: HTMLElement | null = null;

	connectedCallback(): void {
		const form = this.querySelector('form');
		const table = this.querySelector('table');
		if (!form || !table) return;
		this.#form ??= new InventoryForm(form);
		this.#rows ??= new InventoryRows(table);
		this.#status = this.querySelector<HTMLElement>('[role="status"]');
		this.addEventListener('change', this.#choose);
		this.addEventListener('click', this.#click);
		window.addEventListener('popstate', this.#restore);
		this.#restore();
		this.#form.show();
		this.#status?.removeAttribute('hidden');
	}

	disconnectedCallback(): void {
		window.removeEventListener('popstate', this.#restore);
	}

	readonly #choose = (): void => {
		if (this.#form) this.#keep(this.#form.read());
	};

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (target.closest('[data-clear]')) {
			this.#keep(noChoice);
			// The button below the form is gone with the sentence that it stood in.
			if (!target.closest('form')) this.#form?.focus();
		}
		const anchor = target.closest('a')?.getAttribute('href');
		// A link to a group that is not shown would lead nowhere.
		if (anchor?.startsWith('#') && this.querySelector(`tbody${anchor}`)?.matches('[hidden]')) {
			this.#keep(noChoice);
		}
	};

	readonly #restore = (): void => {
		if (!this.#form) return;
		this.#show(parseChoice(new URLSearchParams(window.location.search), this.#form.offer));
	};

	/** The address is replaced: the way back leads to the page before, not through every choice. */
	#keep(choice: Choice): void {
		const address = new URL(window.location.href);
		address.search = writeChoice(address.searchParams, choice).toString();
		window.history.replaceState(window.history.state, '', address);
		this.#show(choice);
	}

	#show(choice: Choice): void {
		if (!this.#form || !this.#rows) return;
		this.#form.write(choice);
		const shown = this.#rows.show(choice);
		this.toggleAttribute('data-empty', shown === 0);
		this.querySelector('[data-none]')?.toggleAttribute('hidden', shown > 0);
		const words = describeShown(shown, this.#rows.total, choice.sort, this.#form.describeFilters());
		// Said again only when it says something else.
		if (this.#status && this.#status.textContent !== words) this.#status.textContent = words;
	}
}

customElements.define('inventory-table', InventoryTable);
