/** Copies the page's text. Where the browser doesn't allow that, the link beside it stays. */
class CopyMarkdown extends HTMLElement {
	connectedCallback(): void {
		const button = this.querySelector('button');
		if (!button || !('clipboard' in navigator)) return;
		for (const part of this.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
		button.addEventListener('click', () => {
			void this.#copy();
		});
	}

	async #copy(): Promise<void> {
		const done = await copyText(this.dataset.address ?? '').catch(() => false);
		const status = this.querySelector('[role="status"]');
		if (status) status.textContent = done ? 'Copied.' : 'Couldn’t copy. Open the page as Markdown.';
	}
}

async function copyText(address: string): Promise<boolean> {
	const answer = await fetch(address);
	if (!answer.ok) return false;
	await navigator.clipboard.writeText(await answer.text());
	return true;
}

customElements.define('copy-markdown', CopyMarkdown);
