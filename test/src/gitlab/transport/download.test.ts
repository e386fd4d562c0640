import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Projects, Repositories } from '@gitbeaker/rest';
import { describe, expect, test } from 'vitest';
import { answer, clientsFor, failureOf, quick, type Handler, serve } from '../loopback.ts';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';

const endpoint = 'projects/a-group%2Fa-project/repository/archive.tar.gz';

function archiveOf(url: string, limits: RequesterOptions['archive'] = {}, rest = {}) {
	const requester = createRequester({ url, ...quick, ...rest, archive: limits });
	return { requester, archive: requester.archive(endpoint, { sha: 'abc', path: 'internal' }) };
}

async function read(archive: AsyncIterable<Uint8Array>): Promise<Buffer> {
	return Buffer.concat(await Array.fromAsync(archive));
}

function start(response: ServerResponse): void {
	response.writeHead(200, { 'content-type': 'application/octet-stream' });
	response.write(Buffer.alloc(100, 1));
}

/** A byte now and then, without an end. */
const drip: Handler = (response) => {
	start(response);
	const timer = setInterval(() => response.write('.'), 20);
	response.on('close', () => {
		clearInterval(timer);
	});
};

describe('an archive', () => {
	test('comes as its bytes, asked for as a page of GitLab would, without a token', async () => {
		const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 256));
		await using server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'application/octet-stream' });
			response.end(bytes);
		});
		expect((await read(archiveOf(server.url).archive)).equals(bytes)).toBe(true);
		const [seen] = server.seen;
		expect(seen?.url).toBe(`/api/v4/${endpoint}?sha=abc&path=internal`);
		expect(seen?.headers['sec-fetch-mode']).toBe('same-origin');
		expect(seen?.headers.authorization).toBeUndefined();
	});

	test('is tried again until it begins', async () => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) answer(response, { message: 'Oops' }, { status: 503 });
			else if (count === 2) {
				answer(response, '<html>', { headers: { 'content-type': 'text/html' } });
			} else {
				start(response);
				response.end();
			}
		});
		expect(await read(archiveOf(server.url).archive)).toHaveLength(100);
		expect(server.seen).toHaveLength(3);
	});

	test('tells of every request that is sent for it', async () => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) answer(response, { message: 'Oops' }, { status: 503 });
			else {
				start(response);
				response.end();
			}
		});
		const requester = createRequester({ url: server.url, ...quick });
		const addresses: string[] = [];
		await read(requester.archive(endpoint, {}, ({ pathname }) => addresses.push(pathname)));
		expect(addresses).toEqual([`/api/v4/${endpoint}`, `/api/v4/${endpoint}`]);
	});

	test('that is asked for too often is asked for once, and nobody waits for its limit', async () => {
		await using server = await serve((response, { url }) => {
			if (!url.includes('archive')) answer(response, { id: 42 });
			else {
				const message = { error: 'This endpoint has been requested too many times.' };
				const headers = { 'retry-after': '60' };
				answer(response, { message }, { status: 429, headers });
			}
		});
		const { archive, requester } = archiveOf(server.url);
		expect(await failureOf(read(archive))).toMatchObject({ kind: 'status', status: 429 });
		const start = performance.now();
		await askSomethingElse(server.url, requester);
		expect(performance.now() - start).toBeLessThan(1000);
		expect(server.seen).toHaveLength(2);
	});

	test.each<{ why: string; kind: string; handler: Handler; limits: RequesterOptions['archive'] }>([
		{ why: 'larger than allowed', kind: 'too-large', handler: drip, limits: { maxBytes: 102 } },
		{
			why: 'larger by its content-length',
			kind: 'too-large',
			handler: (response) => {
				response.writeHead(200, { 'content-length': '999' });
				response.write('.');
			},
			limits: { maxBytes: 120 },
		},
		{ why: 'silent', kind: 'timeout', handler: start, limits: { idleTimeoutMs: 80 } },
		{ why: 'slow in all', kind: 'timeout', handler: drip, limits: { totalTimeoutMs: 200 } },
		{
			why: 'cut',
			kind: 'cut',
			handler: (response) => {
				start(response);
				setTimeout(() => response.socket?.destroy(), 20);
			},
			limits: {},
		},
		{
			why: 'empty',
			kind: 'cut',
			handler: (response) => {
				response.writeHead(200, { 'content-type': 'application/octet-stream' });
				response.end();
			},
			limits: {},
		},
		{
			why: 'not there',
			kind: 'status',
			handler: (response) => {
				answer(response, { message: '404 File Not Found' }, { status: 404 });
			},
			limits: {},
		},
	])('that is $why fails as $kind, and leaves its slot', async ({ kind, handler, limits }) => {
		await using server = await serve((response, seen, count) => {
			if (count === 1) handler(response, seen, count);
			else answer(response, { id: 42 });
		});
		const { archive, requester } = archiveOf(server.url, limits, { concurrency: 1 });
		const error = await failureOf(read(archive));
		expect(error.kind).toBe(kind);
		expect(error.message).toContain(`GET /${endpoint}?sha=abc&path=internal `);
		await askSomethingElse(server.url, requester);
	});

	test('whose reader takes its time is not silent', async () => {
		await using server = await serve((response) => {
			start(response);
			response.end('!');
		});
		const { archive } = archiveOf(server.url, { idleTimeoutMs: 60 });
		let length = 0;
		for await (const chunk of archive) {
			length += chunk.byteLength;
			await new Promise((done) => setTimeout(done, 150));
		}
		expect(length).toBe(101);
	});

	test('ends the transfer when its reader stops, and leaves its slot', async () => {
		let closed: Promise<unknown> = Promise.resolve();
		await using server = await serve((response, seen, count) => {
			if (count > 1) {
				answer(response, { id: 42 });
				return;
			}
			closed = once(response, 'close');
			drip(response, seen, count);
		});
		const { archive, requester } = archiveOf(server.url, {}, { concurrency: 1 });
		for await (const chunk of archive) {
			expect(chunk.byteLength).toBeGreaterThan(0);
			break;
		}
		await closed;
		await askSomethingElse(server.url, requester);
	});

	test('whose reader has stalled leaves its slot when its time is over', async () => {
		await using server = await serve((response, seen, count) => {
			if (count > 1) answer(response, { id: 42 });
			else drip(response, seen, count);
		});
		const { archive, requester } = archiveOf(
			server.url,
			{ totalTimeoutMs: 150 },
			{ concurrency: 1 },
		);
		const reader = archive[Symbol.asyncIterator]();
		await reader.next();
		await askSomethingElse(server.url, requester);
		expect((await failureOf(Array.fromAsync({ [Symbol.asyncIterator]: () => reader }))).kind).toBe(
			'timeout',
		);
	});

	test('counts in the pool like everything else', async () => {
		await using server = await serve((response, { url }) => {
			if (url.includes('archive')) {
				setTimeout(() => {
					start(response);
					response.end();
				}, 100);
			} else answer(response, { id: 42 });
		});
		const { archive, requester } = archiveOf(server.url, {}, { concurrency: 1 });
		await Promise.all([read(archive), askSomethingElse(server.url, requester)]);
		expect((server.seen[1]?.at ?? 0) - (server.seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(95);
	});

	test('through gitbeaker comes as a Blob', async () => {
		await using server = await serve((response) => {
			start(response);
			response.end();
		});
		const requesterFn = clientsFor(server.url).requester.transport();
		const blob: unknown = await new Repositories({ host: server.url, requesterFn }).showArchive(42);
		expect(blob).toBeInstanceOf(Blob);
	});
});

async function askSomethingElse(
	url: string,
	requester: ReturnType<typeof createRequester>,
): Promise<void> {
	const projects = new Projects({ host: url, requesterFn: requester.transport() });
	expect(await projects.show(42)).toEqual({ id: 42 });
}
