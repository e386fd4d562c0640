import type { ListName } from '#model/snapshot.ts';
import { Ledger } from '#gitlab/transport/ledger.ts';

/**
 * The requests of a whole pull. Most of them are made whatever happens; those for files are made as
 * far as there is room, when it is known what all others have taken.
 */
export class Spending {
	readonly #evidence = new Ledger();
	readonly #others = new Ledger();
	readonly #needed: Promise<void>[] = [];

	note(list: ListName, address: URL): void {
		(list === 'evidence' ? this.#evidence : this.#others).note(address);
	}

	/** Of one list: from now on it asks for what it needs. Call what is returned when it has that. */
	begin(): () => void {
		const { promise, resolve } = Promise.withResolvers<undefined>();
		this.#needed.push(promise.then(() => undefined));
		return () => {
			resolve(undefined);
		};
	}

	/** Waits until every list that has begun has what it needs. */
	async settle(): Promise<void> {
		await Promise.all(this.#needed);
	}

	/**
	 * Of all lists but the source of consumers. That is read beside them, and may take as long as all
	 * of them: nobody waits for it, and what it needs is known beforehand.
	 */
	get ofOthers(): number {
		return this.#others.count;
	}

	get ofAll(): number {
		return this.#others.count + this.#evidence.count;
	}
}
