import { RowFilter } from '#components/controls/row-filter.client.ts';
import { isSortChoice, type SortChoice } from '#core/inventory/inventory-choices.ts';
import { describeShown } from '#core/words/inventory-words.ts';
import { RowOrder } from './row-order.client.ts';

/** `<inventory-table>` around the form, the chips and the table of `Inventory.astro`, which it sorts, too. */
class InventoryTable extends RowFilter {
	#order: RowOrder | undefined;

	override connectedCallback(): void {
		const table = this.querySelector('table');
		if (table) this.#order ??= new RowOrder(table, this.rows);
		super.connectedCallback();
		window.addEventListener('hashchange', this.#reach);
		this.#restoreFormer(new URL(window.location.href));
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		window.removeEventListener('hashchange', this.#reach);
	}

	protected override show(): void {
		this.#order?.arrange(this.#sort());
		super.show();
	}

	protected override filters(): ReturnType<RowFilter['fields']> {
		return super.filters().filter(({ name }) => name !== 'sort');
	}

	protected override describe(left: number, total: number): string {
		const words = this.filters().map((field) =>
			field instanceof HTMLSelectElement
				? (field.selectedOptions[0]?.text.trim() ?? '')
				: `“${field.value.trim()}”`,
		);
		return describeShown(left, total, this.#sort(), words);
	}

	#sort(): SortChoice {
		const sort = this.fields().find(({ name }) => name === 'sort')?.value ?? '';
		return isSortChoice(sort) ? sort : 'registry';
	}

	/** A link to a group that is not shown would lead nowhere. */
	readonly #reach = (): void => {
		const groups = [...this.querySelectorAll('tbody')].filter(({ id }) => id !== '');
		const group = groups.find(({ id }) => `#${id}` === window.location.hash);
		if (!group || group.checkVisibility()) return;
		this.clear();
		group.scrollIntoView();
	};

	/** A link from when chips and categories were fields of the form. */
	#restoreFormer(address: URL): void {
		const { searchParams } = address;
		const [check, category] = ['check', 'category'].map((name) => searchParams.get(name));
		if (check == null && category == null) return;
		if (category != null) {
			searchParams.set('group', `${searchParams.get('group') ?? ''}/${category}`);
		}
		searchParams.delete('check');
		searchParams.delete('category');
		window.history.replaceState(window.history.state, '', address);
		this.restore();
		const chip = formerChips.get(check ?? '');
		// The style of the chips hears of a fragment only when the browser goes there.
		if (chip !== undefined && window.location.hash === '') window.location.replace(`#${chip}`);
	}
}

const formerChips = new Map([
	['broken', 'fails'],
	['unknown', 'not-checked'],
	['exempt', 'exempt'],
	['holds', 'passes'],
]);

customElements.define('inventory-table', InventoryTable);
