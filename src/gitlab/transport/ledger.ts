/**
 * What a list has asked for. The same address counts once, so that a plan that rests on the count
 * does not depend on what had to be tried again.
 */
export class Ledger {
	readonly #addresses = new Set<string>();
	#queries = 0;

	note(address: URL): void {
		// Queries have one address, and none is tried again.
		if (address.pathname.endsWith('/api/graphql')) this.#queries += 1;
		else this.#addresses.add(address.href);
	}

	get count(): number {
		return this.#addresses.size + this.#queries;
	}
}
