/** Which kind of body an endpoint answers with. A document is no endpoint's, but a file anywhere. */
export type ExpectedBody = 'json' | 'text' | 'archive' | 'document';

export type OnAttempt = (address: URL) => void;

/** A question to GitLab. */
export interface Call {
	readonly method: string;
	readonly url: URL;
	/** For messages: from the API's root on. */
	readonly path: string;
	readonly expected: ExpectedBody;
	/** The value of the header of that name. `null`: asked as a stranger. */
	readonly authorization: string | null;
	readonly body: string | null;
	/** The variable that holds the address, for messages. Default: `GITLAB_URL`. */
	readonly setting?: 'GITLAB_URL' | 'TEAM_YML_URL';
	/** True: a rate limit that its answer tells without a name is not that of other calls. */
	readonly isLimitedApart?: boolean;
	/** Called for every request that is sent, with its address: that of a redirect, or the same again. */
	readonly onAttempt: OnAttempt;
}

/** A call of an endpoint below the API's root, which is the address that ends with `/api/v4/`. */
export function toCall(
	apiRoot: string,
	endpoint: string,
	query: string,
	rest: Pick<Call, 'method' | 'authorization' | 'body' | 'onAttempt'>,
): Call {
	const below = query ? `${endpoint}?${query}` : endpoint;
	return {
		...rest,
		// Put together as text: resolved as a link, an endpoint could name another host.
		url: new URL(`${apiRoot}${below}`),
		path: `/${below}`,
		expected: expectedBody(endpoint),
	};
}

function expectedBody(endpoint: string): ExpectedBody {
	if (/\/repository\/archive(\.|$)/.test(endpoint)) return 'archive';
	return endpoint.endsWith('/raw') ? 'text' : 'json';
}
