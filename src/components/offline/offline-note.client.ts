import { describeOffline } from '#core/words/data-age-words.ts';

/** `<offline-note data-worker="/service-worker.js" hidden>`: the worker adds `fetched` to what it has saved. */
class OfflineNote extends HTMLElement {
	connectedCallback(): void {
		const { worker } = this.dataset;
		// Some browsers have none in private windows, or refuse it.
		if (worker !== undefined && 'serviceWorker' in navigator)
			navigator.serviceWorker.register(worker).catch(() => undefined);
		const fetchedAt = this.getAttribute('fetched');
		const text = this.querySelector('p');
		if (fetchedAt === null || !text) return;
		this.hidden = false;
		this.className = 'banner';
		text.textContent = describeOffline(fetchedAt);
	}
}

customElements.define('offline-note', OfflineNote);
