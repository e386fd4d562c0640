import type { PlanChange } from '#core/plan/changes/change.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { drawChanges } from './change-list.client.ts';
import { countChanges, type ChangeKind } from '#core/words/change-words.ts';
import type { ChangesData } from './changes-data.ts';
import { formatDay } from '#core/words/formats.ts';

/** Two plans that are compared. */
export interface Comparison {
	since: IsoDate;
	/** The day of the newest plan. */
	until: IsoDate;
	/** True: the reader chose the last visit. */
	isVisit: boolean;
	changes: PlanChange[];
	data: ChangesData;
}

interface Filter {
	/** `null`: any. */
	kind: ChangeKind | null;
	/** In the words of the form. */
	words: string | null;
}

const failure = "We couldn't load the plans of earlier days. What changed on each day is below.";

/** The part of `ChangesBrowser.astro` that shows: what is compared, and the changes of each day. */
export class ChangesView {
	readonly #root: HTMLElement;
	readonly #status: HTMLElement | null;
	readonly #chosen: HTMLElement | null;

	constructor(root: HTMLElement) {
		this.#root = root;
		this.#status = root.querySelector<HTMLElement>('[role="status"]');
		this.#chosen = root.querySelector<HTMLElement>('[data-chosen]');
	}

	/** @param comparison `null`: none is chosen. */
	show(comparison: Comparison | null, { kind, words }: Filter): void {
		this.#drawComparison(comparison);
		this.#filter(kind, comparison?.since ?? null);
		const count = this.#countShown(comparison ? '[data-chosen]' : '.day-changes');
		const filter = words === null ? '' : ` (${words})`;
		if (comparison) {
			const where = comparison.isVisit ? 'your last visit' : formatDay(comparison.since);
			this.#say(`${countChanges(count)} since ${where}${filter}`);
		} else {
			this.#say(words === null ? '' : `${countChanges(count)} from day to day${filter}`);
		}
	}

	fail(): void {
		this.#drawComparison(null);
		this.#filter(null, null);
		this.#say(failure);
	}

	#drawComparison(comparison: Comparison | null): void {
		this.#chosen?.toggleAttribute('hidden', comparison === null);
		this.#chosen?.querySelector('.changes')?.remove();
		if (!comparison) return;
		const { since, until, isVisit, changes, data } = comparison;
		const days = `The plan of ${formatDay(since)} compared with that of ${formatDay(until)}.`;
		this.#write('h2', isVisit ? 'Since your last visit' : `Since ${formatDay(since)}`);
		this.#write(
			'[data-compared]',
			changes.length === 0
				? `${days} They're the same.`
				: `${days} Reversed changes appear only in the daily list.`,
		);
		const { rules, slips, plans } = data;
		const source = plans.days.at(-1)?.source ?? '';
		this.#chosen?.append(drawChanges(changes, { rules, slips, source }));
	}

	/** Hides what is of another kind, the days up to the one that is compared, and parts without a day. */
	#filter(kind: ChangeKind | null, since: IsoDate | null): void {
		for (const change of this.#root.querySelectorAll<HTMLElement>('[data-kind]')) {
			change.hidden = kind !== null && change.dataset.kind !== kind;
		}
		for (const thing of this.#root.querySelectorAll<HTMLElement>('.changes > li')) {
			thing.hidden = !thing.querySelector('[data-kind]:not([hidden])');
		}
		for (const day of this.#root.querySelectorAll<HTMLElement>('[data-day]')) {
			const isBefore = since !== null && (day.dataset.day ?? '') <= since;
			day.hidden = isBefore || !day.querySelector('[data-kind]:not([hidden])');
		}
		for (const part of this.#root.querySelectorAll<HTMLElement>('section:has(> [data-day])')) {
			part.hidden = !part.querySelector(':scope > [data-day]:not([hidden])');
		}
	}

	#countShown(within: string): number {
		return this.#root.querySelectorAll(`${within}:not([hidden]) [data-kind]:not([hidden])`).length;
	}

	#write(part: string, words: string): void {
		const element = this.#chosen?.querySelector(part);
		if (element) element.textContent = words;
	}

	/** Said again only when it says something else. */
	#say(words: string): void {
		if (!this.#status || this.#status.textContent === words) return;
		this.#status.textContent = words;
		this.#status.hidden = words === '';
	}
}
