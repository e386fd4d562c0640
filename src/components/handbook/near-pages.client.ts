import { linkItem } from '#components/controls/link-item.client.ts';
import { findNearPages, type NamedPage } from '#core/base/near-pages.ts';

/** Finds the pages near the address that somebody has opened. Nothing is asked of any server. */
class NearPages extends HTMLElement {
	connectedCallback(): void {
		const base = (this.dataset.base ?? '/').replace(/\/$/, '');
		const wanted = readPath(location.pathname.slice(base.length));
		const near = findNearPages(wanted, readPages(this.dataset.pages ?? ''));
		if (near.length === 0) return;
		this.querySelector('ul')?.replaceChildren(
			...near.map(({ path, title }) => linkItem(base + path, title)),
		);
		this.hidden = false;
	}
}

/** An address may hold signs that no text has. */
function readPath(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return path;
	}
}

/** A line each: no path has a space. */
function readPages(lines: string): NamedPage[] {
	return lines.split('\n').map((line) => {
		const [path = '', ...words] = line.split(' ');
		return { path, title: words.join(' ') };
	});
}

customElements.define('near-pages', NearPages);
