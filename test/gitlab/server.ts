import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, html } from './answer.ts';
import { answerOf } from './api.ts';
import { readBody } from './body.ts';
import { type Fault, type FaultMatch, Faults, sendBroken, spoiled } from './faults.ts';
import { RateLimiter } from './rate-limit.ts';
import { tokenIn } from './viewer.ts';
import type { World } from './world.ts';

export interface RecordedRequest {
	method: string;
	/** Path and query, both decoded, prefix included. */
	path: string;
	/** The secret that came with it. */
	token: string | null;
	/** Of the answer; 0 while there is none, and for ever when the connection was broken first. */
	status: number;
}

export interface GitLabServer {
	/** `http://127.0.0.1:1234`, with the prefix if there is one; no slash at the end. */
	url: string;
	/** In the order in which they came. */
	requests: RecordedRequest[];
	/** May be changed between requests. */
	world: World;
	/** Spoils the requests that match: all of them, or as many as `times`. */
	fault(match: FaultMatch, fault: Fault, times?: number): void;
	clearFaults(): void;
	close(): Promise<void>;
}

interface Options {
	/** Serves GitLab below this path: `/gitlab`. */
	prefix?: string;
	/** What every answer takes at least. */
	delayMs?: number;
}

/** Starts a server on the loopback interface that answers about the world as GitLab does. */
export async function startGitLab(world: World, options: Options = {}): Promise<GitLabServer> {
	const gitlab = new StandIn(world, options);
	await gitlab.listen();
	return gitlab;
}

class StandIn implements GitLabServer {
	url = '';
	readonly requests: RecordedRequest[] = [];
	world: World;
	readonly #prefix: string;
	readonly #delayMs: number;
	readonly #faults = new Faults();
	readonly #limiter = new RateLimiter();
	readonly #server = createServer((request, response) => {
		this.#handle(request, response).catch((error: unknown) => {
			// A mistake of the stand-in itself must not look like one of GitLab's. Who has hung up while
			// still asking has made none.
			if (!request.destroyed || request.complete) console.error(error);
			response.destroy();
		});
	});

	constructor(world: World, { prefix = '', delayMs = 0 }: Options) {
		this.world = world;
		this.#prefix = prefix;
		this.#delayMs = delayMs;
	}

	async listen(): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		const address = this.#server.address();
		if (address === null || typeof address === 'string') throw new TypeError('No port was given.');
		this.url = `http://127.0.0.1:${String(address.port)}${this.#prefix}`;
	}

	fault(match: FaultMatch, fault: Fault, times = Infinity): void {
		this.#faults.add(match, fault, times);
	}

	clearFaults(): void {
		this.#faults.clear();
	}

	async close(): Promise<void> {
		const closed = new Promise((resolve) => this.#server.close(resolve));
		this.#server.closeAllConnections();
		await closed;
	}

	async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const recorded = record(request);
		const number = this.requests.push(recorded);
		const body = await readBody(request);
		const fault = this.#faults.take(recorded.path);
		const extraMs = typeof fault === 'object' && 'delayMs' in fault ? fault.delayMs : 0;
		if (this.#delayMs + extraMs > 0) await wait(this.#delayMs + extraMs);
		const { headers, refusal } = this.#limiter.count(this.world.rateLimit, recorded.token);
		const truth = refusal ?? this.#answer(request, body);
		const given = withHeaders(fault === undefined ? truth : spoiled(truth, fault), {
			...headers,
			'x-request-id': requestId(number),
		});
		if (fault !== undefined && sendBroken(response, given, fault)) return;
		recorded.status = given.status;
		send(request, response, given);
	}

	#answer(request: IncomingMessage, body: Buffer | undefined): Answer {
		if (body === undefined) return html('413 Request Entity Too Large', 413);
		const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
		if (!pathname.startsWith(`${this.#prefix}/`)) {
			return html('The page could not be found', 404);
		}
		return answerOf(this.world, {
			method: request.method ?? 'GET',
			path: pathname.slice(this.#prefix.length),
			search,
			headers: request.headers,
			body,
			url: this.url,
		});
	}
}

function record({ method = 'GET', url = '/', headers }: IncomingMessage): RecordedRequest {
	return { method, path: decoded(url), token: tokenIn(headers), status: 0 };
}

/** The headers that every answer has. Those of the answer itself win. */
function withHeaders(answer: Answer, headers: Record<string, string>): Answer {
	const common = { 'cache-control': 'max-age=0, private, must-revalidate', vary: 'Origin' };
	return { ...answer, headers: { ...common, ...headers, ...answer.headers } };
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
	const length = Buffer.byteLength(answer.body);
	response.writeHead(answer.status, { ...answer.headers, 'content-length': length });
	response.end(request.method === 'HEAD' ? undefined : answer.body);
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url.replaceAll('+', '%20'));
	} catch {
		return url;
	}
}

/** GitLab's are 26 letters and digits. */
function requestId(number: number): string {
	return `01STANDIN${String(number).padStart(17, '0')}`;
}
