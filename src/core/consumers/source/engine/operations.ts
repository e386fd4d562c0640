import { identifyEndpoint } from '#core/consumers/endpoints/endpoint-name.ts';
import type { Api } from '#model/api.ts';

/** What generators put around the name of an operation. */
const around = /^use(?=[A-Z])|(With(Body|FormdataBody|Response|HttpInfo)|Raw|Query|Mutation)+$/g;

/**
 * Starts to find the endpoint by the name of a function that was generated from GitLab's OpenAPI
 * description: `GET /cars/:x` by `GetApiV4CarsIdWithResponse`.
 */
export function readOperations({ endpoints }: Api): (name: string) => string | undefined {
	const known = new Map(endpoints.map((one) => [toOperation(one), identifyEndpoint(one)]));
	return (name) => known.get(name.replace(around, '').toLowerCase());
}

function toOperation({ method, path }: Api['endpoints'][number]): string {
	return `${method}apiv4${path.replace(/\W|_/g, '')}`.toLowerCase();
}
