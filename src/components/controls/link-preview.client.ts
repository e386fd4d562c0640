/** A pointer that only passes shows nothing. */
const showAfterMs = 300;
/** So long a pointer may take from the link to the preview. */
const hideAfterMs = 200;
const gap = 6;

/**
 * `<link-preview><div id="link-preview" role="tooltip" popover="manual">` shows the text of one link
 * (`data-preview`) at a time. It stays while the pointer is on the link or on itself, or while the link has
 * the focus, until Escape. A finger follows links, and shows nothing.
 */
class LinkPreview extends HTMLElement {
	#link: HTMLAnchorElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		const box = this.querySelector('div');
		if (!box || !('popover' in box)) return;
		for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-preview]')) {
			// Browsers would show their own preview over it.
			link.removeAttribute('title');
			link.addEventListener('pointerenter', ({ pointerType }) => {
				if (pointerType !== 'touch')
					this.#soon(showAfterMs, () => {
						this.#show(link, box);
					});
			});
			link.addEventListener('pointerleave', () => {
				this.#leave(box);
			});
			link.addEventListener('focus', () => {
				if (link.matches(':focus-visible')) this.#show(link, box);
			});
			link.addEventListener('blur', () => {
				this.#hide(box);
			});
		}
		box.addEventListener('pointerenter', () => {
			clearTimeout(this.#timer);
		});
		box.addEventListener('pointerleave', () => {
			this.#leave(box);
		});
		document.addEventListener('keydown', ({ key }) => {
			if (key === 'Escape') this.#hide(box);
		});
	}

	#soon(ms: number, what: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(what, ms);
	}

	#leave(box: HTMLElement): void {
		this.#soon(hideAfterMs, () => {
			if (this.#link?.matches(':focus-visible') !== true) this.#hide(box);
		});
	}

	#show(link: HTMLAnchorElement, box: HTMLElement): void {
		this.#hide(box);
		this.#link = link;
		link.setAttribute('aria-describedby', box.id);
		box.textContent = link.dataset.preview ?? '';
		box.showPopover();
		place(box, link);
	}

	#hide(box: HTMLElement): void {
		clearTimeout(this.#timer);
		this.#link?.removeAttribute('aria-describedby');
		this.#link = undefined;
		if (box.matches(':popover-open')) box.hidePopover();
	}
}

/** Below the first line of the link, or above it where the window ends; it scrolls with the page. */
function place(box: HTMLElement, link: HTMLElement): void {
	const [line = link.getBoundingClientRect()] = link.getClientRects();
	const { width, height } = box.getBoundingClientRect();
	const { clientWidth, clientHeight } = document.documentElement;
	const isBelow = line.bottom + gap + height <= clientHeight;
	const top = isBelow ? line.bottom + gap : line.top - gap - height;
	const left = Math.max(0, Math.min(line.left, clientWidth - width - gap));
	box.style.top = `${String(top + scrollY)}px`;
	box.style.left = `${String(left + scrollX)}px`;
}

customElements.define('link-preview', LinkPreview);
