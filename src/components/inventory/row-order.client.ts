import {
	sortedColumns,
	sortRows,
	type InventoryRow,
	type SortChoice,
} from '#core/inventory/inventory-choices.ts';

interface TableRow extends InventoryRow {
	element: HTMLElement;
	/** The part of the table where it belongs. */
	section: ParentNode | null;
}

/** The order of the rows of `ProjectTable.astro`: in the registry's groups, or without any. */
export class RowOrder {
	readonly #table: HTMLTableElement;
	readonly #rows: readonly TableRow[];
	/** Holds the rows while they are not in the registry's groups. */
	readonly #sorted = document.createElement('tbody');
	#sort: SortChoice = 'registry';

	constructor(table: HTMLTableElement, rows: readonly HTMLElement[]) {
		this.#table = table;
		this.#rows = rows.map((element) => ({
			element,
			section: element.parentNode,
			name: element.querySelector('a')?.textContent.trim() ?? '',
			releasedAt: element.dataset.released ?? null,
			activeAt: element.dataset.active ?? null,
		}));
	}

	arrange(sort: SortChoice): void {
		if (sort === this.#sort) return;
		this.#sort = sort;
		const isSorted = sort !== 'registry';
		for (const { element, section } of sortRows(this.#rows, sort)) {
			(isSorted ? this.#sorted : section)?.append(element);
			// Rows say their group where no heading says it.
			element.querySelector('[data-of]')?.toggleAttribute('hidden', !isSorted);
		}
		if (isSorted) this.#table.append(this.#sorted);
		else this.#sorted.remove();
		this.#table.toggleAttribute('data-sorted', isSorted);
		const { column, direction } = isSorted ? sortedColumns[sort] : noColumn;
		for (const head of this.#table.querySelectorAll<HTMLElement>('th[data-column]')) {
			head.ariaSort = head.dataset.column === column ? direction : null;
		}
	}
}

const noColumn = { column: null, direction: null };
