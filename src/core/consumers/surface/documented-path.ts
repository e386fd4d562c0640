import { EndpointPath, type DocumentedSurface } from '#model/api.ts';
import { compileRe2 } from '#model/re2.ts';

/** Which paths belong to the API. */
export type SurfacePattern = Pick<DocumentedSurface, 'pattern'>['pattern'];

/**
 * A path as documentation has it, in the form that the registry has: without host, version of the API
 * and query, with `:id` for what varies, which may be written as `{id}` or `<id>` too.
 *
 * @returns `undefined` for a path that is not of this API, or none.
 */
export function toDocumentedPath(
	written: string,
	pattern: SurfacePattern,
): EndpointPath | undefined {
	const plain = written
		.replace(/^https?:\/\/[^/]+/, '')
		.replace(/[?#].*$/, '')
		.replace(/^\/api\/(?:v\d+|\{version\}|:version)(?=\/)/, '')
		.replace(/[{<]([^{}<>]+)[}>]/g, ':$1')
		.replace(/\/$/, '');
	const path = EndpointPath.safeParse(plain);
	return path.success && compileRe2(pattern)(path.data) ? path.data : undefined;
}
