/**
 * What a list has asked for. The same address counts once, so that a plan that rests on the count
 * does not depend on what had to be tried again.
 */
export class Ledger {
	readonly #addresses = new Set<string>();

	note(address: URL): void {
		this.#addresses.add(address.href);
	}

	get count(): number {
		return this.#addresses.size;
	}
}
