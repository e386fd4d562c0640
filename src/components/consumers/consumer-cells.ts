import type { Cell } from '#components/data/table.ts';
import type { Consumer } from '#core/consumers/consumer.ts';
import { nameEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import { consumerPageAddress, endpointPageAddress } from '#core/publish/exports/addresses.ts';
import { href } from '#href.ts';
import type { DeclaredEndpoint } from '#model/api.ts';

/** A consumer by its name, as a link to its page. */
export function consumerCell({ declared }: Pick<Consumer, 'declared'>): Cell {
	return { text: declared.name, href: href(consumerPageAddress(declared.path)) };
}

/** An endpoint of the API by its method and path, as a link to its page. */
export function endpointCell(endpoint: Pick<DeclaredEndpoint, 'id' | 'method' | 'path'>): Cell {
	return { text: nameEndpoint(endpoint), href: href(endpointPageAddress(endpoint.id)), as: 'code' };
}
