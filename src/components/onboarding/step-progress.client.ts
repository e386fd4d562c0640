export interface Ticked {
	ids: ReadonlySet<string>;
	/** False: the browser refuses to keep anything. */
	isKept: boolean;
}

/** The steps that a reader has ticked: in this browser's local storage, for this page alone. */
export class StepProgress {
	readonly #key = `onboarding:${window.location.pathname}`;

	read(): Ticked {
		try {
			const kept = localStorage.getItem(this.#key);
			return { ids: new Set(kept?.split(' ')), isKept: true };
		} catch {
			return { ids: new Set(), isKept: false };
		}
	}

	write(ids: readonly string[]): void {
		try {
			if (ids.length === 0) localStorage.removeItem(this.#key);
			else localStorage.setItem(this.#key, ids.join(' '));
		} catch {
			// `read` has said that nothing is kept.
		}
	}
}
