import type { SearchResults } from './search-results.ts';

/** The parts are in Search.astro. Nothing that searches is loaded before the dialog is first opened. */
class SiteSearch extends HTMLElement {
	#results: Promise<SearchResults> | undefined;

	connectedCallback(): void {
		const button = this.querySelector<HTMLButtonElement>('button.open');
		const dialog = this.querySelector('dialog');
		const input = this.querySelector('input');
		if (!button || !dialog || !input || !('showModal' in dialog)) return;
		const open = () => {
			dialog.showModal();
			// The words of the last search stay, to be gone on with or to be typed over.
			input.select();
			this.#load(dialog, input);
		};
		button.disabled = false;
		const keys = button.querySelector('kbd');
		if (keys && navigator.userAgent.includes('Mac')) keys.textContent = '⌘ K';
		button.addEventListener('click', open);
		dialog.addEventListener('click', (event) => {
			const onBackdrop = event.target === dialog;
			const onLink = event.target instanceof Element && event.target.closest('a') !== null;
			if (onBackdrop || onLink) dialog.close();
		});
		document.addEventListener('keydown', (event) => {
			if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
			event.preventDefault();
			if (dialog.open) dialog.close();
			else open();
		});
	}

	/** Tries again after a failure: the reader may have been offline. */
	#load(dialog: HTMLDialogElement, input: HTMLInputElement): void {
		this.#results ??= import('./search-results.ts').then(
			({ SearchResults }) => new SearchResults(this, dialog, input),
		);
		this.#results.then(
			(results) => {
				void results.load();
			},
			() => {
				this.#results = undefined;
				const status = this.querySelector('[role="status"]');
				if (status) status.textContent = 'Search couldn’t be loaded. Try again later.';
			},
		);
	}
}

customElements.define('site-search', SiteSearch);
