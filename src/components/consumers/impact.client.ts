import { describeImpact, nothingChosen, parseEndpoints, writeEndpoints } from './impact-choice.ts';
import { toMarkdown } from './impact-markdown.ts';

/**
 * `<api-impact>` around the form and the answer of `ImpactTool.astro`.
 *
 * Shows of the answer what is about the endpoints that are chosen. The choice is kept in the address:
 * it is read from there when the page is opened, and when a reader goes back or forward.
 */
class ApiImpact extends HTMLElement {
	connectedCallback(): void {
		this.addEventListener('change', this.#choose);
		this.addEventListener('click', this.#click);
		window.addEventListener('popstate', this.#restore);
		this.querySelector('form')?.addEventListener('submit', (event) => {
			event.preventDefault();
		});
		this.#restore();
	}

	disconnectedCallback(): void {
		window.removeEventListener('popstate', this.#restore);
	}

	readonly #choose = (): void => {
		this.#keep(this.#boxes().filter(({ checked }) => checked));
	};

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (target.closest('[data-clear]')) this.#keep([]);
		if (target.closest('[data-copy]')) void this.#copy();
		if (target.closest('[data-choose]')) {
			this.#keep(this.#boxes().filter((box) => box.checked || isOffered(box)));
		}
	};

	readonly #restore = (): void => {
		const offered = this.#boxes().map(({ value }) => value);
		this.#show(parseEndpoints(new URLSearchParams(window.location.search), offered));
	};

	/** The address is replaced: the way back leads to the page before, not through every choice. */
	#keep(boxes: readonly HTMLInputElement[]): void {
		const chosen = boxes.map(({ value }) => value);
		const address = new URL(window.location.href);
		address.search = writeEndpoints(address.searchParams, chosen).toString();
		window.history.replaceState(window.history.state, '', address);
		this.#show(chosen);
	}

	#show(chosen: readonly string[]): void {
		const boxes = this.#boxes();
		for (const box of boxes) {
			box.checked = chosen.includes(box.value);
			if (box.checked) box.closest('details')?.setAttribute('open', '');
		}
		const counts = { chosen: chosen.length, total: boxes.length, breaking: 0, unknown: 0 };
		for (const consumer of this.querySelectorAll<HTMLElement>('[data-consumer]')) {
			const shown = showCalls(consumer, chosen);
			const isBreaking = shown.some((call) => !call.hasAttribute('data-open'));
			const isUnsure = consumer.hasAttribute('data-unsure') || shown.length > 0;
			consumer.hidden = !isBreaking && !isUnsure;
			consumer.toggleAttribute('data-breaks', isBreaking);
			if (isBreaking) counts.breaking += 1;
			else if (isUnsure) counts.unknown += 1;
		}
		this.toggleAttribute('data-chosen', chosen.length > 0);
		this.#offerCopy('Copy who breaks as Markdown', chosen.length > 0);
		this.#say(chosen.length === 0 ? nothingChosen : describeImpact(counts));
	}

	/** The answer as it is shown, for an issue. */
	async #copy(): Promise<void> {
		const chosen = this.#boxes().filter(({ checked }) => checked);
		const consumers = [...this.querySelectorAll<HTMLElement>('[data-consumer]:not([hidden])')];
		const text = toMarkdown({
			address: window.location.href,
			endpoints: chosen.map(({ dataset }) => dataset.name ?? ''),
			consumers: consumers.map((consumer) => ({
				...linkIn(consumer, 'h3'),
				breaks: consumer.hasAttribute('data-breaks'),
				endpoints: [...consumer.querySelectorAll('[data-endpoint]:not([hidden])')].map((call) =>
					textIn(call, 'a'),
				),
				contact: linkIn(consumer, '[data-contact]'),
			})),
		});
		try {
			await navigator.clipboard.writeText(text);
			this.#offerCopy('Copied');
		} catch {
			this.#offerCopy("Your browser doesn't allow copying");
		}
	}

	#offerCopy(words: string, isOffered = true): void {
		const button = this.querySelector<HTMLElement>('[data-copy]');
		if (!button) return;
		button.hidden = !isOffered;
		button.textContent = words;
	}

	/** Said again only when it says something else. */
	#say(words: string): void {
		const status = this.querySelector('.answer [role="status"]');
		if (status && status.textContent !== words) status.textContent = words;
	}

	#boxes(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('input[name="endpoint"]')];
	}
}

/** Whether the filter leaves an endpoint: one that is only folded away is left, too. */
function isOffered(box: HTMLInputElement): boolean {
	const row = box.closest('[data-is]');
	return row !== null && getComputedStyle(row).display !== 'none';
}

/** Shows the calls of a consumer that are chosen, and returns them. */
function showCalls(consumer: HTMLElement, chosen: readonly string[]): HTMLElement[] {
	const calls = [...consumer.querySelectorAll<HTMLElement>('[data-endpoint]')];
	for (const call of calls) {
		call.hidden = chosen.length > 0 && !chosen.includes(call.dataset.endpoint ?? '');
	}
	return calls.filter(({ hidden }) => !hidden);
}

function textIn(element: Element, selector: string): string {
	return element.querySelector(selector)?.textContent.trim() ?? '';
}

function linkIn(element: Element, selector: string): { name: string; url: string } {
	const link = element.querySelector<HTMLAnchorElement>(`${selector} a`);
	return { name: link?.textContent.trim() ?? '', url: link?.href ?? '' };
}

customElements.define('api-impact', ApiImpact);
