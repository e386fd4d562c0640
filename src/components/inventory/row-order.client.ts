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
	/** Names that part where no heading does. */
	group: HTMLElement;
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
		const heads = [...table.querySelectorAll<HTMLElement>('thead th')];
		const dayIn = (row: HTMLElement, column: string) =>
			row.children[heads.findIndex(({ dataset }) => dataset.column === column)]?.querySelector(
				'time',
			)?.dateTime ?? null;
		this.#rows = rows.map((element) => ({
			element,
			section: element.parentNode,
			group: nameGroup(element),
			name: element.querySelector('a')?.textContent.trim() ?? '',
			release: dayIn(element, 'release'),
			activity: dayIn(element, 'activity'),
		}));
	}

	arrange(sort: SortChoice): void {
		if (sort === this.#sort) return;
		this.#sort = sort;
		const isSorted = sort !== 'registry';
		for (const { element, section, group } of sortRows(this.#rows, sort)) {
			(isSorted ? this.#sorted : section)?.append(element);
			if (isSorted) element.querySelector('.sub')?.append(group);
			else group.remove();
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

function nameGroup(row: HTMLElement): HTMLElement {
	const heading = row.closest('tbody')?.querySelector('.group th')?.firstChild?.textContent;
	const group = document.createElement('span');
	group.dataset.of = '';
	group.textContent = heading?.trim() ?? '';
	return group;
}
