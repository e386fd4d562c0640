import { StepProgress } from './step-progress.client.ts';

/**
 * `<step-list>` around the steps of `StepList.astro`.
 *
 * Without a script they are a list. This shows a box for each step and remembers which are ticked, says
 * how many are, and leaves out the steps that are for other roles or another time.
 */
class StepList extends HTMLElement {
	readonly #progress = new StepProgress();

	connectedCallback(): void {
		const { ids, isKept } = this.#progress.read();
		for (const box of this.#boxes()) box.checked = ids.has(box.value);
		this.addEventListener('change', this.#change);
		this.addEventListener('click', this.#click);
		this.#say('note', isKept ? undefined : "This browser doesn't let us remember what you tick.");
		this.#refresh();
	}

	readonly #change = ({ target }: Event): void => {
		if (target instanceof HTMLInputElement) this.#save();
		this.#refresh();
	};

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (target.closest('[data-restart]')) {
			for (const box of this.#boxes()) box.checked = false;
			this.#progress.forget();
			this.#refresh();
		}
		if (target.closest('[data-copy]')) void this.#copy();
	};

	#save(): void {
		const ticked = this.#boxes().filter(({ checked }) => checked);
		this.#progress.write(ticked.map(({ value }) => value));
	}

	#refresh(): void {
		const [role, when] = [this.#chosen('role'), this.#chosen('when')];
		for (const step of this.querySelectorAll<HTMLElement>('[data-step]')) {
			const roles = step.dataset.roles?.split('|').filter(Boolean) ?? [];
			const isForRole = role === '' || roles.length === 0 || roles.includes(role);
			step.hidden = !isForRole || (when !== '' && step.dataset.when !== when);
			step.toggleAttribute('data-done', step.querySelector('input')?.checked === true);
		}
		for (const part of this.querySelectorAll<HTMLElement>('[data-time]')) {
			part.hidden = part.querySelector('[data-step]:not([hidden])') === null;
		}
		const shown = this.#boxes().filter(
			(box) => !box.closest('[data-step]')?.hasAttribute('hidden'),
		);
		const done = shown.filter(({ checked }) => checked).length;
		this.#say('count', `${String(done)} of ${String(shown.length)} done`);
	}

	async #copy(): Promise<void> {
		const text = this.querySelector('[data-checklist] code')?.textContent ?? '';
		const answer = await navigator.clipboard.writeText(text).then(
			() => 'Copied.',
			() => "Couldn't copy. Select the text below instead.",
		);
		this.#say('copied', answer);
	}

	#chosen(name: string): string {
		return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? '';
	}

	#boxes(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('[data-step] input')];
	}

	/** @param words `undefined`: what is there stays. */
	#say(where: string, words: string | undefined): void {
		const element = this.querySelector(`[data-say="${where}"]`);
		if (element && words !== undefined) element.textContent = words;
	}
}

customElements.define('step-list', StepList);
