import type { IncomingHttpHeaders } from 'node:http';
import type { Parameters } from './parameters.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

/** A request, as far as the server has understood it. */
export interface Question {
	world: World;
	viewer: Viewer;
	method: string;
	headers: IncomingHttpHeaders;
	/** Where the API is on this server: `http://127.0.0.1:1234/api/v4`. */
	apiUrl: string;
	/** Below `apiUrl`, as it was asked: still encoded, without query. */
	path: string;
	/** The named parts of the path, decoded. */
	parts: Readonly<Record<string, string>>;
	params: Parameters;
}

/** A named part of the path, which the route's own pattern guarantees. */
export function partOf({ parts }: Question, name: string): string {
	const value = parts[name];
	if (value === undefined) throw new TypeError(`The route has no part :${name}.`);
	return value;
}
