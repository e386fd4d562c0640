import { KeptChoice } from '#components/controls/kept-choice.client.ts';
import { formatDay } from '#core/words/formats.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { findDay, lastSnapshot, lastVisit } from './changes-choice.ts';
import { ChangesView } from './changes-view.client.ts';
import { LastVisit } from './last-visit.client.ts';

/**
 * `<plan-changes>` around the form, the status and the changes of `Changes.astro`.
 *
 * Shows what the page of the day that a reader chooses, or of the last visit, says has changed since.
 * A last visit is a reader's own: it is what is chosen at first, and so in no address.
 */
class PlanChanges extends KeptChoice {
	readonly #visits = new LastVisit();
	readonly #view = new ChangesView(this);
	/** Days may be chosen faster than they are loaded: the last one to be chosen counts. */
	#turns = 0;

	override connectedCallback(): void {
		const note = this.querySelector<HTMLElement>('.last-visit');
		const words = note?.querySelector('p');
		const { newest } = this.dataset;
		if (!note || !words || newest === undefined) return;
		const { last, isKept } = this.#visits.begin(newest);
		note.hidden = !isKept;
		words.textContent = `${describeVisit(last, newest)} Only this browser remembers that day.`;
		note.querySelector('button')?.addEventListener('click', ({ currentTarget: button }) => {
			this.#visits.forget();
			this.#offerVisit(null);
			this.keep();
			words.textContent = 'Your visits are forgotten. The next one is remembered again.';
			if (button instanceof HTMLElement) button.remove();
			// The button had the focus.
			words.focus();
		});
		this.#offerVisit(last !== null && last < newest ? last : null);
		super.connectedCallback();
	}

	protected show(): void {
		void this.#compare(++this.#turns);
	}

	/** @param visit `null`: nothing was saved since, or no visit is known. */
	#offerVisit(visit: IsoDate | null): void {
		const since = this.querySelector<HTMLSelectElement>('select[name="since"]');
		const option = since?.querySelector<HTMLOptionElement>(`option[value="${lastVisit}"]`);
		if (!since || !option) return;
		const days = [...since.querySelectorAll<HTMLOptionElement>('optgroup option')];
		const day = visit && findDay(visit, days.map(({ value }) => value).toReversed());
		if (day === null && option.selected) since.value = lastSnapshot;
		option.dataset.day = day ?? '';
		option.disabled = day === null;
		option.hidden = option.disabled;
		option.defaultSelected = day !== null;
	}

	async #compare(turn: number): Promise<void> {
		const [since, kind] = this.#chosen();
		const isVisit = since?.value === lastVisit;
		const isDay = since !== undefined && since.value !== lastSnapshot;
		const day = isDay ? (since.dataset.day ?? since.value) : null;
		const part = await this.#view.load(day).catch(() => 'failed' as const);
		if (turn !== this.#turns) return;
		if (part === 'failed') this.say(this.#view.fail());
		else {
			const chosenKind = kind?.value ? { kind: kind.value, words: kind.text.trim() } : null;
			this.say(this.#view.show(part && { ...part, isVisit }, chosenKind));
		}
	}

	#chosen(): (HTMLOptionElement | undefined)[] {
		return [...this.querySelectorAll('select')].map(({ selectedOptions }) => selectedOptions[0]);
	}
}

function describeVisit(last: IsoDate | null, newest: IsoDate): string {
	if (last === null) {
		return `When you come back, you’ll see what has changed since the plan of ${formatDay(newest)}.`;
	}
	return last < newest
		? `On your last visit, the newest plan was that of ${formatDay(last)}.`
		: `You’ve already seen the newest plan, that of ${formatDay(last)}.`;
}

customElements.define('plan-changes', PlanChanges);
