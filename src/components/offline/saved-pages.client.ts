import { linkItem } from '#components/controls/link-item.client.ts';

interface SavedPage {
	address: string;
	title: string;
}

/** `<saved-pages data-prefix="handbook:/:">` lists the pages that are in the caches of that name. */
class SavedPages extends HTMLElement {
	connectedCallback(): void {
		if ('caches' in window) void this.#show();
	}

	async #show(): Promise<void> {
		const pages = await readSavedPages(this.dataset.prefix ?? '');
		if (pages.length === 0) return;
		this.querySelector('ul')?.replaceChildren(
			...pages.map(({ address, title }) => linkItem(address, title)),
		);
		for (const part of this.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
	}
}

/** By title, each once. This page itself is none that anybody has visited. */
async function readSavedPages(prefix: string): Promise<SavedPage[]> {
	const found = new Map<string, SavedPage>();
	for (const name of (await caches.keys()).filter((one) => one.startsWith(prefix))) {
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const response = await cache.match(request);
			if (response?.headers.get('content-type')?.startsWith('text/html') !== true) continue;
			const parsed = new DOMParser().parseFromString(await response.text(), 'text/html');
			if (parsed.querySelector('saved-pages')) continue;
			const title = parsed.querySelector('h1')?.textContent.trim() ?? '';
			found.set(request.url, { address: request.url, title: title || request.url });
		}
	}
	return [...found.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

customElements.define('saved-pages', SavedPages);
