import type { DeclaredEndpoint } from '#model/api.ts';
import type { Consumer, EndpointCall } from './consumer.ts';

/** A consumer that calls an endpoint. */
export interface Caller {
	consumer: Consumer;
	call: EndpointCall;
}

/** Who calls an endpoint, in the order of the consumers. */
export function findCallers(
	consumers: readonly Consumer[],
	{ id }: Pick<DeclaredEndpoint, 'id'>,
): Caller[] {
	return consumers.flatMap((consumer) =>
		consumer.calls.filter(({ endpoint }) => endpoint.id === id).map((call) => ({ consumer, call })),
	);
}

/**
 * Whether a consumer may call more than is known: not all of its newest source was read, or it calls
 * what is no endpoint of the registry.
 */
export function mayCallMore({
	state,
	trouble,
	unmapped,
	otherUnmapped = 0,
}: Pick<Consumer, 'state' | 'trouble' | 'unmapped'> &
	Partial<Pick<Consumer, 'otherUnmapped'>>): boolean {
	const isWhole = state === 'seen' || state === 'not-seen';
	return !isWhole || trouble !== null || unmapped.length + otherUnmapped > 0;
}

/** Of how many consumers all calls are known. `none`: of no source anything was read. */
export function howManyAreKnown(
	consumers: readonly Pick<Consumer, 'state' | 'trouble' | 'unmapped'>[],
): 'all' | 'some' | 'none' {
	if (!consumers.some(mayCallMore)) return 'all';
	return consumers.every(({ state }) => state === 'unknown') ? 'none' : 'some';
}
