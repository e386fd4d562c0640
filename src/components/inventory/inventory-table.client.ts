import {
	checkChoices,
	noChoice,
	parseChoice,
	writeChoice,
	type Choice,
} from '#core/inventory/inventory-filter.ts';
import { InventoryForm } from './inventory-form.client.ts';
import { InventoryRows } from './inventory-rows.client.ts';
import { describeShown } from '#core/words/inventory-words.ts';

const allProjects = '#all-projects';

/**
 * `<inventory-table>` around the form, the chips and the table of `InventoryTable.astro`.
 *
 * Shows of the rows those that fit what is chosen. The choice is kept in the address: it is read
 * from there when the page is opened, and when a reader goes back or forward. A chip is the
 * fragment of the address, since that chooses without this script, too.
 */
class InventoryTable extends HTMLElement {
	#form: InventoryForm | undefined;
	#rows: InventoryRows | undefined;

	connectedCallback(): void {
		const form = this.querySelector('form');
		const table = this.querySelector('table');
		if (!form || !table) return;
		this.#form ??= new InventoryForm(form);
		this.#rows ??= new InventoryRows(table);
		this.addEventListener('input', this.#choose);
		this.addEventListener('change', this.#choose);
		this.addEventListener('click', this.#click);
		this.addEventListener('submit', this.#stay);
		window.addEventListener('popstate', this.#restore);
		window.addEventListener('hashchange', this.#reach);
		this.#restore();
		const { check } = this.#read(this.#form);
		// A link from when chips were a field of the form: the address says it as chips do now.
		if (check !== null && !isChip(window.location.hash)) this.#go(`#${check}`);
	}

	disconnectedCallback(): void {
		window.removeEventListener('popstate', this.#restore);
		window.removeEventListener('hashchange', this.#reach);
	}

	readonly #choose = (): void => {
		if (this.#form) this.#keep(this.#form.read(window.location.hash));
	};

	readonly #stay = (event: Event): void => {
		event.preventDefault();
	};

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element) || !target.closest('[data-clear]')) return;
		this.#clear();
		// The button below the form is gone with the sentence that it stood in.
		if (!target.closest('form')) this.#form?.focus();
	};

	readonly #restore = (): void => {
		if (this.#form) this.#show(this.#read(this.#form));
	};

	/** A link to a group that is not shown would lead nowhere. */
	readonly #reach = (): void => {
		const group = [...this.querySelectorAll('tbody')].find(
			({ id }) => id !== '' && `#${id}` === window.location.hash,
		);
		if (!group?.hidden) return;
		this.#keep(noChoice);
		group.scrollIntoView();
	};

	#read(form: InventoryForm): Choice {
		return parseChoice(window.location, form.offer);
	}

	#clear(): void {
		this.#keep(noChoice);
		if (isChip(window.location.hash)) this.#go(allProjects);
	}

	/** The style of the chips hears of a fragment only when the browser goes there. */
	#go(fragment: string): void {
		const address = new URL(window.location.href);
		address.searchParams.delete('check');
		window.history.replaceState(window.history.state, '', address);
		window.location.replace(fragment);
	}

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
		this.#markChip(choice.check);
		const words = describeShown(shown, this.#rows.total, choice.sort, this.#form.describeFilters());
		const status = this.querySelector('[role="status"]');
		// Said again only when it says something else.
		if (status && status.textContent.trim() !== words) status.textContent = words;
	}

	#markChip(check: Choice['check']): void {
		for (const chip of this.querySelectorAll('.chip')) {
			const isChosen = check === null ? chip.hasAttribute('data-all') : chip.id === check;
			if (isChosen) chip.setAttribute('aria-current', 'true');
			else chip.removeAttribute('aria-current');
		}
	}
}

function isChip(hash: string): boolean {
	return checkChoices.some((choice) => `#${choice}` === hash);
}

customElements.define('inventory-table', InventoryTable);
