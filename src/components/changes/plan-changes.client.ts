import { comparePlansBy } from '#core/plan/changes/compare-plans-by.ts';
import { unpackPlan } from '#core/plan/changes/pack-plans.ts';
import {
	defaultSince,
	findDay,
	lastVisit,
	parseChoice,
	writeChoice,
	type ChangesChoice,
	type ChangesOffer,
} from './changes-choice.ts';
import type { ChangesData } from './changes-data.ts';
import { loadChangesData } from './changes-data.client.ts';
import { ChangesForm } from './changes-form.client.ts';
import { ChangesView, type Comparison } from './changes-view.client.ts';
import { LastVisit } from './last-visit.client.ts';
import { VisitNote } from './visit-note.client.ts';

/**
 * `<plan-changes>` around the form, the status and the changes of `ChangesBrowser.astro`.
 *
 * Compares the newest plan with that of the day that a reader chooses, or of the last visit. The
 * choice is kept in the address, and read from there when the page is opened.
 */
class PlanChanges extends HTMLElement {
	readonly #visits = new LastVisit();
	#form: ChangesForm | undefined;
	#note: VisitNote | undefined;
	#view: ChangesView | undefined;
	#offer: ChangesOffer = { days: [], visit: null };
	#data: Promise<ChangesData> | undefined;
	/** Days may be chosen faster than they are loaded: the last one to be chosen counts. */
	#turns = 0;

	connectedCallback(): void {
		const form = this.querySelector('form');
		const note = this.querySelector<HTMLElement>('.last-visit');
		const { newest } = this.dataset;
		if (!form || !note || newest === undefined) return;
		this.#form ??= new ChangesForm(form);
		this.#note ??= new VisitNote(note);
		this.#view ??= new ChangesView(this);
		const visits = this.#visits.begin(newest);
		this.#offer = { days: [...this.#form.listDays(), newest], visit: visits.last };
		form.addEventListener('change', this.#choose);
		note.addEventListener('click', this.#forget);
		window.addEventListener('popstate', this.#restore);
		this.#form.offerVisit(this.#offer);
		this.#note.show(visits, newest);
		this.#restore();
	}

	disconnectedCallback(): void {
		window.removeEventListener('popstate', this.#restore);
	}

	readonly #choose = (): void => {
		if (this.#form) this.#keep(this.#form.read(this.#offer));
	};

	readonly #forget = ({ target }: Event): void => {
		if (!(target instanceof HTMLButtonElement) || !this.#form) return;
		const { since, kind } = this.#form.read(this.#offer);
		this.#visits.forget();
		this.#offer = { ...this.#offer, visit: null };
		this.#form.offerVisit(this.#offer);
		this.#keep({ since: since === lastVisit ? defaultSince(this.#offer) : since, kind });
		this.#note?.forget();
	};

	readonly #restore = (): void => {
		void this.#show(parseChoice(new URLSearchParams(window.location.search), this.#offer));
	};

	/** The address is replaced: the way back leads to the page before, not through every choice. */
	#keep(choice: ChangesChoice): void {
		const address = new URL(window.location.href);
		address.search = writeChoice(address.searchParams, choice, this.#offer).toString();
		window.history.replaceState(window.history.state, '', address);
		void this.#show(choice);
	}

	async #show(choice: ChangesChoice): Promise<void> {
		const turn = ++this.#turns;
		this.#form?.write(choice);
		const comparison = await this.#compare(choice).catch(() => 'failed' as const);
		if (turn !== this.#turns) return;
		const words = this.#form?.describeKind() ?? null;
		if (comparison === 'failed') this.#view?.fail();
		else this.#view?.show(comparison, { kind: choice.kind, words });
	}

	/** `null`: nothing is to be compared. */
	async #compare({ since }: ChangesChoice): Promise<Comparison | null> {
		const day = findDay(since, this.#offer);
		if (day === null) return null;
		const data = await this.#load();
		const until = data.plans.days.at(-1)?.day ?? day;
		const [before, after] = [unpackPlan(data.plans, day), unpackPlan(data.plans, until)];
		if (!before || !after) throw new Error(`The plan of ${day} is not among those that are kept.`);
		const titles = new Set(data.titles);
		const changes = comparePlansBy(before, after, data.rules, (title) => titles.has(title));
		return { since: day, until, isVisit: since === lastVisit, changes, data };
	}

	/** Once; what has failed is tried again. */
	#load(): Promise<ChangesData> {
		this.#data ??= loadChangesData(this.dataset.plans ?? '').catch((error: unknown) => {
			this.#data = undefined;
			throw error;
		});
		return this.#data;
	}
}

customElements.define('plan-changes', PlanChanges);
