import type { Api, DeclaredEndpoint } from '#model/api.ts';
import type { SourceUse } from '#model/evidence.ts';

/**
 * The endpoints that a place in a consumer's source calls. Several: a field of GraphQL may do what
 * several endpoints do. None: no endpoint of the registry has it.
 */
export function findEndpoints(use: SourceUse, { endpoints }: Api): DeclaredEndpoint[] {
	switch (use.kind) {
		case 'method':
			return findByMethod(use, endpoints);
		case 'graphql':
			return endpoints.filter(({ graphql }) => graphql.includes(use.name));
		case 'path': {
			const [path = '', method] = use.name.split(' ').toReversed();
			return endpoints.filter(
				(endpoint) =>
					shapeOf(endpoint.path) === shapeOf(path) && (!method || endpoint.method === method),
			);
		}
	}
}

function findByMethod(
	{ client, name, options }: SourceUse,
	endpoints: readonly DeclaredEndpoint[],
): DeclaredEndpoint[] {
	const calling = (method: string) =>
		endpoints.filter(({ calls }) => client !== null && calls[client]?.includes(method));
	const withOption = (options ?? []).flatMap((option) => calling(`${name}(${option})`));
	return withOption.length > 0 ? withOption : calling(name);
}

function shapeOf(path: string): string {
	return path.replaceAll(/:[^/]+/g, ':');
}
