/**
 * `<moved-page><a href="/" data-start>…</a> <li id="old-anchor"><a href="/new/#place">…</a></li></moved-page>`
 *
 * Servers never see what follows the "#", so the reader's browser goes on to the section's new
 * place, or else to the start: with `data-keeps-anchors` to the same place of that page. The address that was asked for leaves no trace in the history: the
 * way back leads to where the reader came from.
 */
class MovedPage extends HTMLElement {
	connectedCallback(): void {
		const { hash, search } = window.location;
		const link =
			this.#sectionLink(hash.slice(1).toLowerCase()) ??
			this.querySelector<HTMLAnchorElement>('a[data-start]');
		if (!link) return;
		const place = new URL(link.href);
		place.search = search;
		if (hash && 'keepsAnchors' in link.dataset) place.hash = hash;
		window.location.replace(place);
	}

	#sectionLink(anchor: string): HTMLAnchorElement | null | undefined {
		const target = [...this.querySelectorAll('[id]')].find(({ id }) => id === anchor);
		return target?.closest('li')?.querySelector('a');
	}
}

customElements.define('moved-page', MovedPage);
