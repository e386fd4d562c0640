import type { IncomingHttpHeaders } from 'node:http';

/** A request as it comes in, before anything of it is understood. */
export interface Asked {
	method: string;
	/** Below the instance, still encoded, without query: `/api/v4/user`. */
	path: string;
	search: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** Where the instance is: `http://127.0.0.1:1234/gitlab`. */
	url: string;
}
