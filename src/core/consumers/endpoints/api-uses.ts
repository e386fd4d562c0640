import type { Api, DeclaredEndpoint } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';
import { parsePathName, toShape } from './endpoint-name.ts';

/**
 * The endpoints that a place in a consumer's source calls, in the order of the registry.
 *
 * Several, where the place does not tell which of them: a path without its method, a GraphQL field
 * that does what several endpoints do, a method whose options cannot be told. None: the use is
 * "unmapped", it calls something that the registry does not know.
 */
export function findEndpoints(use: SourceUse, api: Api): DeclaredEndpoint[] {
	switch (use.kind) {
		case 'method':
			return findByMethod(use, api);
		case 'path':
			return findByPath(use.name, api);
		case 'graphql':
			return api.endpoints.filter(({ graphql }) => graphql.includes(use.name));
	}
}

/**
 * Whether a place has the path of several endpoints and not the method that tells which: it claims
 * none of them.
 *
 * @param endpoints How many it may be.
 */
export function lacksMethod({ kind }: Pick<SourceUse, 'kind'>, endpoints: number): boolean {
	return kind === 'path' && endpoints > 1;
}

function findByPath(name: string, api: Api): DeclaredEndpoint[] {
	const { method, shape } = parsePathName(name);
	return api.endpoints.filter(
		(one) => toShape(one.path) === shape && (method === null || one.method === method),
	);
}

/** A method that an option decides is the endpoint of that option, or the one that needs none. */
function findByMethod({ client, name, options }: SourceUse, api: Api): DeclaredEndpoint[] {
	if (client === null) return [];
	const candidates = api.endpoints.flatMap((endpoint) =>
		(endpoint.calls[client] ?? [])
			.map(parseMethod)
			.filter((call) => call.name === name)
			.map(({ option }) => ({ endpoint, option })),
	);
	const given = options ?? [];
	const meant = candidates.filter(({ option }) => option !== undefined && given.includes(option));
	const plain = candidates.filter(({ option }) => options !== null && option === undefined);
	const found = [meant, plain, candidates].find((some) => some.length > 0) ?? [];
	return [...new Set(found.map(({ endpoint }) => endpoint))];
}

/** The parts of a method of a client library: `Cars.all(owned)` is `Cars.all` with the option `owned`. */
export function parseMethod(method: string): { name: string; option?: string } {
	const [, name = method, option] = /^([^(]+)\((\w+)\)$/.exec(method) ?? [];
	return option === undefined ? { name } : { name, option };
}
