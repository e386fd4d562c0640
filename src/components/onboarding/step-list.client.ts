import { KeptChoice } from '#components/controls/kept-choice.client.ts';
import { StepProgress } from './step-progress.client.ts';

/**
 * `<step-list>` around the steps of `StepList.astro`.
 *
 * Without a script they are a list. This shows a box for each step and remembers which are ticked, says
 * how many are, and leaves out the steps that are for other roles or another time.
 */
class StepList extends KeptChoice {
	protected override readonly status = '[data-say="count"]';
	readonly #progress = new StepProgress();

	override connectedCallback(): void {
		const { ids, isKept } = this.#progress.read();
		for (const box of this.#boxes()) box.checked = ids.has(box.value);
		this.addEventListener('change', this.#change);
		this.addEventListener('click', this.#click);
		if (!isKept)
			this.say('This browser doesn’t let us remember what you tick.', '[data-say="note"]');
		super.connectedCallback();
	}

	readonly #change = ({ target }: Event): void => {
		if (target instanceof HTMLInputElement) this.#save();
	};

	readonly #click = ({ target }: Event): void => {
		if (!(target instanceof Element)) return;
		if (target.closest('[data-restart]')) {
			for (const box of this.#boxes()) box.checked = false;
			this.#progress.write([]);
			this.show();
		}
		if (target.closest('[data-copy]')) void this.#copy();
	};

	#save(): void {
		const ticked = this.#boxes().filter(({ checked }) => checked);
		this.#progress.write(ticked.map(({ value }) => value));
	}

	protected show(): void {
		const valueOf = (name: string) => this.fields().find((one) => one.name === name)?.value ?? '';
		const [role, when] = [valueOf('role'), valueOf('when')];
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
		this.say(`${String(done)} of ${String(shown.length)} done`);
	}

	async #copy(): Promise<void> {
		const text = this.querySelector('[data-checklist] code')?.textContent ?? '';
		let answer = 'Copied.';
		try {
			await navigator.clipboard.writeText(text);
		} catch {
			answer = 'Couldn’t copy. Select the text below instead.';
		}
		this.say(answer, '[data-say="copied"]');
	}

	#boxes(): HTMLInputElement[] {
		return [...this.querySelectorAll<HTMLInputElement>('[data-step] input')];
	}
}

customElements.define('step-list', StepList);
