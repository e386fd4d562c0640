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
 * Whether a consumer may call more than is known: not all of its source was read, or it calls what is
 * no endpoint of the registry.
 */
export function mayCallMore({ state, unmapped }: Pick<Consumer, 'state' | 'unmapped'>): boolean {
	return state === 'unknown' || state === 'partial' || unmapped.length > 0;
}
