/**
 * `<row-filter data-list="issues"> <input> <a class="chip" id="at-risk">… <p role="status">`
 *
 * Chips filter without a script, by the address. This adds words to that: rows without them are
 * hidden, and groups in which no row is left; what is folded opens where a row is left. It says how
 * many rows are left of both.
 */
class RowFilter extends HTMLElement {
	connectedCallback(): void {
		this.querySelector('input')?.addEventListener('input', this.#refresh);
		window.addEventListener('hashchange', this.#refresh);
		this.#refresh();
	}

	disconnectedCallback(): void {
		window.removeEventListener('hashchange', this.#refresh);
	}

	readonly #refresh = (): void => {
		const list = document.querySelector(`#${this.dataset.list ?? ''}`);
		const words = this.querySelector('input')?.value.trim().toLowerCase() ?? '';
		const chosen = this.querySelector('.chip:target:not([data-all])')?.id;
		const rows = [...(list?.querySelectorAll<HTMLElement>('[data-is]') ?? [])];
		const left = rows.filter((row) => {
			row.hidden = !`${row.textContent} ${row.title}`.toLowerCase().includes(words);
			return !row.hidden && (!chosen || (row.dataset.is ?? '').split(' ').includes(chosen));
		});
		for (const group of list?.querySelectorAll<HTMLElement>('tbody, fieldset') ?? []) {
			group.hidden = !left.some((row) => group.contains(row));
			if (words !== '' || chosen) group.querySelector('details')?.setAttribute('open', '');
		}
		for (const chip of this.querySelectorAll('.chip')) {
			const isChosen = chosen === undefined ? chip.hasAttribute('data-all') : chip.id === chosen;
			chip.toggleAttribute('aria-current', isChosen);
			if (isChosen) chip.setAttribute('aria-current', 'true');
		}
		const empty = list?.parentElement?.querySelector<HTMLElement>('.empty');
		if (empty) empty.style.display = left.length === 0 ? 'block' : '';
		const status = this.querySelector('[role="status"]');
		if (status) status.textContent = `${String(left.length)} of ${String(rows.length)} shown`;
	};
}

customElements.define('row-filter', RowFilter);
