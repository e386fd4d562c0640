import type { ListName } from '#model/snapshot.ts';

/** A pull makes no more requests than 300, if that is possible. One is for the token, others for what fails. */
const plannedRequests = 294;
/** The newest commit of a consumer, and its archive. */
const requestsPerSource = 2;
/** So many of the projects may be asked for one by one in any pull: each gets further. */
const leastShare = 1 / 4;

/**
 * The requests of a whole pull. Most of them are made whatever happens; those for archives and for
 * files one by one are made as far as there is room, when it is known what all others have taken.
 */
export class RequestBudget {
	readonly #forSources: number;
	#ofEvidence = 0;
	#ofOthers = 0;
	readonly #needed: Promise<unknown>[] = [];

	constructor(consumers: number) {
		this.#forSources = requestsPerSource * consumers;
	}

	note(list: ListName): void {
		if (list === 'evidence') this.#ofEvidence += 1;
		else this.#ofOthers += 1;
	}

	/** Of one list: from now on it asks for what it needs. Call what is returned when it has that. */
	begin(): () => void {
		const { promise, resolve } = Promise.withResolvers<undefined>();
		this.#needed.push(promise);
		return () => {
			resolve(undefined);
		};
	}

	/** Waits until every list that has begun has what it needs. */
	async settle(): Promise<void> {
		await Promise.all(this.#needed);
	}

	/**
	 * Requests that may still be made. The source of consumers is read beside all lists, and may take
	 * as long as they: nobody waits for it, since what it needs is known beforehand.
	 */
	get left(): number {
		const ofSources = Math.max(this.#forSources, this.#ofEvidence);
		return Math.max(0, plannedRequests - this.#ofOthers - ofSources);
	}

	/** How many of these projects may be asked for one by one, where nothing tells of several at once. */
	leftFor(projects: number): number {
		return Math.max(this.left, Math.ceil(projects * leastShare));
	}
}
