import { isChosen, KeptChoice, type Field } from './kept-choice.client.ts';

/**
 * `<row-filter data-list="issues"> <input name="q"> <a class="chip" id="at-risk">… <p role="status">`
 *
 * Chips filter without a script, by the fragment of the address. This adds words, and fields that
 * name a `data-` attribute of the rows: those that don't fit are hidden, and groups in which no row is
 * left; what is folded opens where a row is left. It says how many rows are left.
 */
export class RowFilter extends KeptChoice {
	readonly #list = document.querySelector(`#${this.dataset.list ?? ''}`);
	readonly #empty = this.#list?.parentElement?.querySelector<HTMLElement>('.empty');
	protected readonly rows = [...(this.#list?.querySelectorAll<HTMLElement>('[data-is]') ?? [])];
	readonly #groups = [...(this.#list?.querySelectorAll<HTMLElement>('tbody, fieldset') ?? [])];

	override connectedCallback(): void {
		super.connectedCallback();
		// The link leads to the chip of all rows by itself.
		for (const link of [this, this.#empty].flatMap(findClearing)) {
			link.addEventListener('click', () => {
				this.clear();
			});
		}
	}

	protected show(): void {
		const chips = [...this.querySelectorAll<HTMLAnchorElement>('.chip')];
		const all = chips.find((chip) => chip.hasAttribute('data-all'));
		const chosen = chips.find(({ hash }) => hash === window.location.hash) ?? all;
		const filters = this.filters();
		const left = new Set(
			this.rows.filter(
				(row) =>
					(chosen === all || isShownBy(row, chosen)) && filters.every((one) => fits(row, one)),
			),
		);
		for (const row of this.rows) row.hidden = !left.has(row);
		const isWhole = left.size === this.rows.length;
		for (const group of this.#groups) {
			group.hidden = !isWhole && !group.querySelector('[data-is]:not([hidden])');
			if (!isWhole) group.querySelector('details')?.setAttribute('open', '');
		}
		for (const chip of chips) {
			if (chip === chosen) chip.setAttribute('aria-current', 'true');
			else chip.removeAttribute('aria-current');
		}
		const isPlain = chosen === all && !this.fields().some(isChosen);
		for (const link of findClearing(this)) link.hidden = isPlain;
		if (this.#empty) this.#empty.style.display = left.size === 0 ? 'block' : '';
		this.say(this.describe(left.size, this.rows.length));
	}

	protected describe(left: number, total: number): string {
		return `${String(left)} of ${String(total)} shown`;
	}

	/** Fields that leave out rows. */
	protected filters(): Field[] {
		return this.fields().filter(isChosen);
	}
}

function findClearing(part: HTMLElement | null | undefined): HTMLElement[] {
	return [...(part?.querySelectorAll<HTMLElement>('[data-clear]') ?? [])];
}

function isShownBy(row: HTMLElement, chip: Element | undefined): boolean {
	return (row.dataset.is ?? '').split(' ').includes(chip?.id ?? '');
}

/** A group has the rows of its categories, too: `helper` those of `helper/linters`. */
function fits(row: HTMLElement, { name, value }: Field): boolean {
	const part = row.dataset[name];
	if (name !== 'q') return part === value || part?.startsWith(`${value}/`) === true;
	const text = `${row.textContent} ${row.dataset.words ?? ''}`.toLowerCase();
	const words = value.trim().toLowerCase().split(/\s+/);
	return words.every((word) => text.includes(word));
}

customElements.define('row-filter', RowFilter);
