import { href } from '#href.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { countChanges } from '#core/words/change-words.ts';
import { formatDay } from '#core/words/formats.ts';
import { snapshotPage } from '#core/words/plan-links.ts';

/** What has changed since a day, as the page of that day says it. */
interface Comparison {
	day: IsoDate;
	parts: readonly Element[];
}

interface Kind {
	kind: string;
	/** In the words of the form. */
	words: string;
}

const comparedPart = /<section data-compared[^>]*>(.*?)<\/section>/s;

/** The part of `Changes.astro` that shows: what is compared, and the changes of each day. */
export class ChangesView {
	readonly #root: HTMLElement;
	#loaded: Comparison | undefined;

	constructor(root: HTMLElement) {
		this.#root = root;
	}

	/**
	 * @param day `null`: none is compared.
	 * @throws when the page of the day cannot be had.
	 */
	async load(day: IsoDate | null): Promise<Comparison | null> {
		if (day === null) return null;
		if (this.#loaded?.day === day) return this.#loaded;
		const response = await fetch(href(snapshotPage(day)));
		// Parsed as a whole, it would have its own inline styles refused by the policy of this page.
		const [, part = ''] = comparedPart.exec(await response.text()) ?? [];
		const { body } = new DOMParser().parseFromString(part, 'text/html');
		const parts = [...body.querySelectorAll(':scope > :not(h2)')];
		if (parts.length === 0) throw new Error(`${response.url} has no comparison.`);
		this.#loaded = { day, parts };
		return this.#loaded;
	}

	/** @returns how many changes are shown. */
	show(comparison: (Comparison & { isVisit: boolean }) | null, kind: Kind | null): string {
		this.#drawComparison(comparison);
		this.#filter(kind?.kind ?? null, comparison?.day ?? null);
		const within = comparison ? '[data-chosen]' : '.day-changes';
		const shown = `${within}:not([hidden]) [data-kind]:not([hidden])`;
		const count = countChanges(this.#root.querySelectorAll(shown).length);
		const filter = kind === null ? '' : ` (${kind.words})`;
		if (comparison) return `${count} since ${whenOf(comparison)}${filter}`;
		return kind === null ? '' : `${count} from day to day${filter}`;
	}

	/** @returns what to do instead. */
	fail(): string {
		this.show(null, null);
		return 'We couldn’t load the plan of that day. What changed on each day is below.';
	}

	#drawComparison(comparison: (Comparison & { isVisit: boolean }) | null): void {
		const chosen = this.#root.querySelector('[data-chosen]');
		const heading = chosen?.querySelector('h2');
		if (!chosen || !heading) return;
		chosen.toggleAttribute('hidden', comparison === null);
		chosen.replaceChildren(heading, ...(comparison?.parts ?? []));
		if (comparison) heading.textContent = `Since ${whenOf(comparison)}`;
	}

	/** Hides what is of another kind, the days up to the one that is compared, and parts without a day. */
	#filter(kind: string | null, since: IsoDate | null): void {
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
}

function whenOf({ day, isVisit }: Comparison & { isVisit: boolean }): string {
	return isVisit ? 'your last visit' : formatDay(day);
}
