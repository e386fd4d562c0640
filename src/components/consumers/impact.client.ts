import { KeptChoice } from '#components/controls/kept-choice.client.ts';
import { describeImpact, nothingChosen } from './impact-words.ts';
import { toMarkdown } from './impact-markdown.ts';

/**
 * `<api-impact>` around the form and the answer of `Impact.astro`: shows of the answer what is
 * about the endpoints that are chosen.
 */
class ApiImpact extends KeptChoice {
	protected override readonly status = '.answer [role="status"]';

	override connectedCallback(): void {
		super.connectedCallback();
		this.addEventListener('click', this.#click);
	}

	protected override fields(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('input[name="endpoint"]')];
	}

	protected show(): void {
		const boxes = this.fields();
		const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => value);
		for (const box of boxes) if (box.checked) box.closest('details')?.setAttribute('open', '');
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
		this.say(chosen.length === 0 ? nothingChosen : describeImpact(counts));
	}

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (target.closest('[data-untick]')) this.clear();
		if (target.closest('[data-copy]')) void this.#copy();
		if (target.closest('[data-choose]')) {
			for (const box of this.fields().filter(isOffered)) box.checked = true;
			this.keep();
		}
	};

	/** The answer as it is shown, for an issue. */
	async #copy(): Promise<void> {
		const chosen = this.fields().filter(({ checked }) => checked);
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
			this.#offerCopy('Couldn’t copy: your browser doesn’t allow it');
		}
	}

	#offerCopy(words: string, isOffered = true): void {
		const button = this.querySelector<HTMLElement>('[data-copy]');
		if (!button) return;
		button.hidden = !isOffered;
		button.textContent = words;
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
