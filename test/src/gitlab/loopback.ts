import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { ProjectReleases, Projects, RepositoryFiles } from '@gitbeaker/rest';
import { GitLabError } from '#gitlab/transport/errors.ts';
import { machineClock } from '#gitlab/transport/clock.ts';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';

/** A request as the server saw it. */
export interface Seen {
	readonly at: number;
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
}

export type Handler = (response: ServerResponse, seen: Seen, count: number) => void;

/** A server on the loopback whose handler is told how many requests have come, this one included. It goes by the clock. */
export async function serve(handler: Handler, clock = machineClock) {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const { method = '', url = '', headers } = request;
		const one = { at: clock.now(), method, url, headers };
		seen.push(one);
		response.setHeader('date', new Date(clock.now()).toUTCString());
		handler(response, one, seen.length);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${String(port)}`,
		seen,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** Answers as GitLab does. */
export function answer(
	response: ServerResponse,
	body: unknown,
	{ status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers });
	response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Waits are short, so that tests are. An attempt may take its time: a busy machine does, too. */
export const quick = { backoffMs: 10, maxWaitMs: 1_500, attemptTimeoutMs: 60_000 };

export function clientsFor(url: string, options: Partial<RequesterOptions> = {}) {
	const attempts = { count: 0 };
	const requester = createRequester({ url, ...quick, ...options });
	const requesterFn = requester.transport(() => {
		attempts.count += 1;
	});
	const config = { host: url, queryTimeout: null, requesterFn };
	return {
		requester,
		attempts,
		projects: new Projects(config),
		releases: new ProjectReleases(config),
		files: new RepositoryFiles(config),
		asUser: (oauthToken: string) => new Projects({ ...config, oauthToken }),
	};
}

/** The error that a request must end with. */
export async function failureOf(request: Promise<unknown>): Promise<GitLabError> {
	const outcome = await request.then(
		() => 'an answer',
		(error: unknown) => error,
	);
	if (outcome instanceof GitLabError) return outcome;
	throw new Error(`expected a GitLabError, got ${String(outcome)}`);
}
