import type { Call } from './call.ts';

/** GitLab counts strangers and signed-in users apart. */
export type Identity = 'anonymous' | 'token';

export function identityOf({ authorization }: Pick<Call, 'authorization'>): Identity {
	return authorization === null ? 'anonymous' : 'token';
}

const ids = /\/(projects|groups|users|branches|commits|tags|releases|files|issues)\/[^/]+/g;

/** What calls have in common that one part of GitLab answers: `anonymous GET /projects/:id/releases`. */
export function endpointOf(call: Pick<Call, 'authorization' | 'method' | 'path'>): string {
	return `${identityOf(call)} ${call.method} ${withoutIds(call.path)}`;
}

/** `/projects/:id/releases`. */
export function withoutIds(path: string): string {
	const [address = ''] = path.split('?', 1);
	return address.replaceAll(ids, '/$1/:id');
}
