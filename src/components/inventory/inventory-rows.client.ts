import {
	fitsChoice,
	noChoice,
	sortedColumns,
	sortRows,
	type Choice,
	type InventoryRow,
	type SortChoice,
} from '#core/inventory/inventory-filter.ts';

interface TableRow extends InventoryRow {
	element: HTMLTableRowElement;
	/** The part of the table where it belongs. */
	section: HTMLTableSectionElement;
}

/** The table of `ProjectTable.astro`. Rows are read once; then they are only hidden and moved. */
export class InventoryRows {
	readonly #table: HTMLTableElement;
	readonly #sections: readonly HTMLTableSectionElement[];
	readonly #rows: readonly TableRow[];
	/** Holds the rows while they do not stand in the registry's groups. */
	readonly #sorted = document.createElement('tbody');
	#sort: SortChoice = noChoice.sort;

	constructor(table: HTMLTableElement) {
		this.#table = table;
		this.#sections = [...table.tBodies];
		this.#rows = this.#sections.flatMap(readRows);
	}

	get total(): number {
		return this.#rows.length;
	}

	/** @returns how many rows are shown. */
	show(choice: Choice): number {
		if (choice.sort !== this.#sort) this.#arrange(choice.sort);
		const shown = this.#rows.filter((row) => fitsChoice(row, choice));
		const shownRows = new Set(shown);
		for (const row of this.#rows) row.element.hidden = !shownRows.has(row);
		const isSorted = choice.sort !== 'registry';
		const shownSections = new Set(shown.map(({ section }) => section));
		const isWhole = shown.length === this.#rows.length;
		for (const section of this.#sections) {
			section.hidden = isSorted || !(isWhole || shownSections.has(section));
		}
		return shown.length;
	}

	#arrange(sort: SortChoice): void {
		this.#sort = sort;
		const isSorted = sort !== 'registry';
		for (const { element } of this.#rows) {
			// Rows say their group where no heading says it.
			element.querySelector('[data-of]')?.toggleAttribute('hidden', !isSorted);
		}
		if (isSorted) {
			this.#sorted.append(...sortRows(this.#rows, sort).map(({ element }) => element));
			this.#table.append(this.#sorted);
		} else {
			for (const section of this.#sections) {
				const own = this.#rows.filter((row) => row.section === section);
				section.append(...own.map(({ element }) => element));
			}
			this.#sorted.remove();
		}
		this.#markColumn(sort);
	}

	#markColumn(sort: SortChoice): void {
		const { column, direction } = sort === 'registry' ? noColumn : sortedColumns[sort];
		for (const head of this.#table.querySelectorAll<HTMLElement>('th[data-column]')) {
			if (head.dataset.column === column) head.ariaSort = direction;
			else head.removeAttribute('aria-sort');
		}
	}
}

const noColumn = { column: null, direction: null };

function readRows(section: HTMLTableSectionElement): TableRow[] {
	const { group = '', category = null } = section.dataset;
	return [...section.querySelectorAll<HTMLTableRowElement>('tr[data-project]')].map((element) => ({
		element,
		section,
		group,
		category,
		checks: element.dataset.is?.split(' ') ?? [],
		language: element.dataset.language ?? null,
		name: element.querySelector('a')?.textContent.trim() ?? '',
		text: (element.querySelector('th')?.textContent ?? '').toLowerCase(),
		releasedAt: element.dataset.released ?? null,
		activeAt: element.dataset.active ?? null,
	}));
}
