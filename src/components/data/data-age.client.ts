import { describeDataAge } from '#core/words/data-age-words.ts';

const refreshMs = 60_000;

/**
 * `<data-age stale-after-hours="36"><time datetime="2026-11-23T08:30:00Z">…</time></data-age>`
 *
 * Puts the age before the date, "2 hours ago", and past the limit a warning before both. The
 * attribute `old` says that the limit is past. Without JavaScript the date stands alone. This is
 * the only place that reads a clock, the reader's, since a page ages after it has been built.
 */
class DataAge extends HTMLElement {
	readonly #warning = document.createElement('strong');
	readonly #age = document.createElement('span');
	#timer: ReturnType<typeof setInterval> | undefined;

	connectedCallback(): void {
		this.#refresh();
		this.#timer = setInterval(() => {
			this.#refresh();
		}, refreshMs);
	}

	disconnectedCallback(): void {
		clearInterval(this.#timer);
	}

	#refresh(): void {
		const pulledAt = this.querySelector('time')?.dateTime ?? '';
		const limit = Number(this.getAttribute('stale-after-hours'));
		const words = describeDataAge(pulledAt, new Date(), limit);
		if (words === undefined) return;
		this.#warning.textContent = words.warning ?? '';
		this.#age.textContent = `${words.age}, `;
		this.toggleAttribute('old', words.warning !== null);
		if (words.warning === null) this.#warning.remove();
		else if (!this.#warning.isConnected) this.prepend(this.#warning, ' ');
		if (!this.#age.isConnected) this.querySelector('time')?.before(this.#age);
	}
}

customElements.define('data-age', DataAge);
