import { warnOfAge } from '#core/words/data-age-words.ts';

const refreshMs = 60_000;

/**
 * `<data-age data-state="fresh" stale-after-hours="36">… <time datetime="2026-11-23T08:30:00Z">`
 *
 * Says that data which were fresh when the page was built have grown old since. This is the only
 * place that reads a clock, the reader's, since a page ages after it has been built.
 */
class DataAge extends HTMLElement {
	readonly #warning = document.createElement('strong');
	#timer: ReturnType<typeof setInterval> | undefined;

	connectedCallback(): void {
		this.#warning.className = 'age';
		if (this.dataset.state !== 'fresh') return;
		this.#refresh();
		this.#timer = setInterval(() => {
			this.#refresh();
		}, refreshMs);
	}

	disconnectedCallback(): void {
		clearInterval(this.#timer);
	}

	#refresh(): void {
		const time = this.querySelector('time');
		const limit = Number(this.getAttribute('stale-after-hours'));
		const warning = warnOfAge(time?.dateTime ?? '', new Date(), limit);
		this.dataset.state = warning === null ? 'fresh' : 'stale';
		this.#warning.textContent = warning === null ? '' : `${warning} `;
		if (warning === null) this.#warning.remove();
		else if (!this.#warning.isConnected) time?.closest('p')?.prepend(this.#warning);
	}
}

customElements.define('data-age', DataAge);
