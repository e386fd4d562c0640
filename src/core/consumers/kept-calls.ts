import { isSamePath } from '#core/base/paths.ts';
import { parseMethod } from '#core/consumers/endpoints/api-uses.ts';
import { toShape } from '#core/consumers/endpoints/endpoint-name.ts';
import type { DeclaredEndpoint } from '#model/api.ts';
import type { CallsOfDay } from '#model/history.ts';

export type CallsOfConsumer = CallsOfDay['consumers'][keyof CallsOfDay['consumers']];

/** `undefined`: its source was not read on that day. */
export function findCallsOf(
	{ consumers }: Pick<CallsOfDay, 'consumers'>,
	path: string,
): CallsOfConsumer | undefined {
	return Object.entries(consumers).find(([kept]) => isSamePath(kept, path))?.[1];
}

/** Whether an endpoint was called on that day, as far as the source was read. */
export function hasCall(calls: CallsOfConsumer, endpoint: DeclaredEndpoint): boolean {
	return calls.endpoints.includes(endpoint.id) || isKnownByOtherName(calls, endpoint);
}

/**
 * Whether an endpoint was called on a day on which the registry did not know it yet: then what calls
 * it was kept as unmapped.
 */
function isKnownByOtherName(
	{ unmapped }: Pick<CallsOfConsumer, 'unmapped'>,
	{ calls, graphql, method, path }: Pick<DeclaredEndpoint, 'calls' | 'graphql' | 'method' | 'path'>,
): boolean {
	const shape = toShape(path);
	const methods = Object.values(calls).flat();
	const names = new Set([
		...methods.map((call) => parseMethod(call).name),
		...graphql,
		shape,
		`${method} ${shape}`,
	]);
	return unmapped.some((name) => names.has(toShape(name)));
}
