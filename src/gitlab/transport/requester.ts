import {
	createRequesterFn,
	type FormattedResponse,
	type RequesterType,
	type ResourceOptions,
} from '@gitbeaker/requester-utils';
import { z } from 'zod';
import { checkStatus } from './answer.ts';
import { attempt, type Shared } from './attempt.ts';
import { type Call, type OnAttempt, toCall } from './call.ts';
import { createCleaner } from './clean.ts';
import { readDownload } from './download.ts';
import { close, send, type OpenAnswer } from './send.ts';
import { Failed, toError } from './failure.ts';
import { askGraphql, type GraphqlQuery } from './graphql-call.ts';
import { RateLimiter } from './rate-limiter.ts';
import { retry } from './retry.ts';
import { type RequesterOptions, withDefaults } from './settings.ts';
import { Tracer } from './trace.ts';

export type { RequesterOptions } from './settings.ts';

/** All requests to one instance. They share its slots, its pauses and its deadline. */
export interface Requester {
	/**
	 * A transport for gitbeaker's classes, as their `requesterFn`.
	 *
	 * Files come as text, whatever their type. `onAttempt` is called for every request that is sent,
	 * retries and redirects included.
	 */
	transport(onAttempt?: OnAttempt): (service: ResourceOptions) => RequesterType;
	/**
	 * The bytes of an archive, asked for as a stranger. A path in the endpoint is encoded by the caller.
	 *
	 * It holds a slot until it is read, so ask for nothing else in between.
	 */
	archive(
		endpoint: string,
		search?: Readonly<Record<string, string>>,
		onAttempt?: OnAttempt,
	): AsyncIterable<Uint8Array>;
	/**
	 * A text file at an address of its own, on whatever host, asked for as a stranger.
	 *
	 * Nothing is shared with the requests to the instance but the settings.
	 */
	document(address: string, onAttempt: OnAttempt): Promise<string>;
	/**
	 * GitLab's answer to a GraphQL query, asked for as a stranger, and once: there is another way to
	 * all that it tells. `undefined`: no answer that can be used, whatever the reason.
	 */
	graphql(query: GraphqlQuery, onAttempt: OnAttempt): Promise<unknown>;
	/** Milliseconds until the deadline for all requests. */
	timeLeft(): number;
}

export function createRequester(options: RequesterOptions): Requester {
	const settings = withDefaults(options);
	const clean = createCleaner(options.token);
	const tracer = new Tracer(clean, options.onRequest);
	const shared = { settings, clean, tracer, limiter: new RateLimiter(settings) };
	const apiRoot = `${settings.url}/api/v4/`;
	return {
		transport: (onAttempt = () => undefined) =>
			createRequesterFn(
				(_service, request) => Promise.resolve(request),
				(endpoint, request) => ask(readRequest(apiRoot, endpoint, request, onAttempt), shared),
			),
		archive: (endpoint, search, onAttempt = () => undefined) => {
			const query = new URLSearchParams(search).toString();
			return download(toCall(apiRoot, endpoint, query, { ...asStranger, onAttempt }), shared);
		},
		document: async (address, onAttempt) => {
			const call: Call = {
				...asStranger,
				url: new URL(address),
				path: address,
				expected: 'document',
				setting: 'TEAM_YML_URL',
				onAttempt,
			};
			const { body } = await ask(call, { ...shared, limiter: new RateLimiter(settings) });
			return z.string().parse(body);
		},
		graphql: (query, onAttempt) => askGraphql(query, shared, onAttempt),
		timeLeft: () => shared.limiter.timeLeft(),
	};
}

const asStranger = { method: 'GET', authorization: null, body: null } as const;

/** What gitbeaker hands to a transport, as far as we send it. */
const GitbeakerRequest = z.object({
	prefixUrl: z.string(),
	method: z.string(),
	searchParams: z.string().default(''),
	headers: z.record(z.string(), z.string()).default({}),
	body: z.string().nullish(),
});

function readRequest(
	apiRoot: string,
	endpoint: string,
	request: unknown,
	onAttempt: OnAttempt,
): Call {
	const { prefixUrl, method, searchParams, headers, body } = GitbeakerRequest.parse(request);
	// A class of gitbeaker may have a folder of its own: `…/api/v4/groups`.
	if (!prefixUrl.startsWith(apiRoot)) {
		throw new TypeError(
			`The requester of ${apiRoot} was asked for ${prefixUrl}: give it that host.`,
		);
	}
	if ('private-token' in headers || 'job-token' in headers) {
		throw new TypeError('Give the token as oauthToken: only that header stays at its host.');
	}
	const authorization = headers.authorization ?? null;
	const folder = prefixUrl.slice(apiRoot.length).replace(/\/?$/, '/').replace(/^\/$/, '');
	return toCall(apiRoot, `${folder}${endpoint}`, searchParams, {
		method,
		authorization,
		body: body ?? null,
		onAttempt,
	});
}

async function ask(call: Call, shared: Shared): Promise<FormattedResponse> {
	const { answer, free } = await retry(call, shared, () => attempt(call, shared));
	free();
	return answer;
}

async function* download(call: Call, shared: Shared): AsyncGenerator<Uint8Array, void, undefined> {
	const { limiter, clean, settings } = shared;
	const { answer: open, free } = await retry(call, shared, () => beginDownload(call, shared));
	try {
		yield* readDownload({ ...open, free }, limiter, settings.archive);
	} catch (error) {
		// What has been handed on cannot be asked for again.
		if (!(error instanceof Failed)) throw error;
		limiter.failed(call, error.failure);
		throw toError(error.failure, call, { tries: 1, clean });
	} finally {
		close(open);
		free();
	}
}

async function beginDownload(call: Call, shared: Shared): Promise<OpenAnswer> {
	const open = await send(call, shared, shared.settings.attemptTimeoutMs);
	try {
		await checkStatus(open, call, shared);
		return open;
	} catch (error) {
		close(open);
		throw error;
	}
}
