import type { IsoDate } from '#model/identifiers.ts';

export interface Visits {
	/** The newest day that the one before has shown. `null`: none is known. */
	last: IsoDate | null;
	/** False: the browser refuses to keep anything. */
	isKept: boolean;
}

/**
 * The newest day that a reader has seen on a page at an earlier visit.
 *
 * It is kept in the browser's local storage, for this page alone. The tab keeps the day with which
 * its visit began, so that a page that is loaded again tells the same.
 */
export class LastVisit {
	readonly #key: string;

	/** @param page Its address, without host. */
	constructor(page = window.location.pathname) {
		this.#key = `last-visit:${page}`;
	}

	/** The newest day that a reader has seen on the page. `null`: none is known. */
	read(): IsoDate | null {
		try {
			return toDay(localStorage.getItem(this.#key));
		} catch {
			return null;
		}
	}

	/** @param newest The newest day that this visit shows. */
	begin(newest: IsoDate): Visits {
		try {
			const seen = sessionStorage.getItem(this.#key) ?? localStorage.getItem(this.#key);
			if (seen !== null) sessionStorage.setItem(this.#key, seen);
			localStorage.setItem(this.#key, newest);
			return { last: toDay(seen), isKept: true };
		} catch {
			return { last: null, isKept: false };
		}
	}

	/** This visit is forgotten, too. */
	forget(): void {
		sessionStorage.removeItem(this.#key);
		localStorage.removeItem(this.#key);
	}
}

function toDay(text: string | null): IsoDate | null {
	return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
