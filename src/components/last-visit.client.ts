import type { IsoDate } from '#model/identifiers.ts';

/**
 * The newest day that a reader has seen on this page at an earlier visit.
 *
 * It is kept in the browser's local storage, for this page alone. The tab keeps the day with which
 * its visit began, so that a page that is loaded again tells the same. Browsers may refuse to keep
 * anything: then there is no last visit.
 */
export class LastVisit {
	readonly #key = `last-visit:${window.location.pathname}`;

	/**
	 * Begins a visit.
	 *
	 * @param newest The newest day that this visit shows.
	 * @returns the newest day that the one before has shown. `null`: none is known.
	 */
	begin(newest: IsoDate): IsoDate | null {
		try {
			const seen = sessionStorage.getItem(this.#key) ?? localStorage.getItem(this.#key);
			if (seen !== null) sessionStorage.setItem(this.#key, seen);
			localStorage.setItem(this.#key, newest);
			return seen !== null && /^\d{4}-\d{2}-\d{2}$/.test(seen) ? seen : null;
		} catch {
			return null;
		}
	}

	/** This visit is forgotten, too. */
	forget(): void {
		try {
			sessionStorage.removeItem(this.#key);
			localStorage.removeItem(this.#key);
		} catch {
			// What is not kept needs not be forgotten.
		}
	}
}
