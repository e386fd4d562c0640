import type { ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Projects } from '@gitbeaker/rest';
import { describe, expect, test } from 'vitest';
import { isNotVisible } from '#gitlab/transport/errors.ts';
import { answer, clientsFor, failureOf, serve } from '../loopback.ts';

const project = { id: 42, name: 'Example' };

test('an answer that does not come in time is said to be late, not to have come in part', async () => {
	await using server = await serve(() => undefined);
	const { projects } = clientsFor(server.url, { backoffMs: 1, attemptTimeoutMs: 100 });
	const { kind, message } = await failureOf(projects.show(42));
	expect(kind).toBe('timeout');
	expect(message).toBe("GET /projects/42 didn't finish after 5 tries: it took longer than 0.1 s.");
});

describe('a failure that may pass is tried again', () => {
	const faults: { why: string; fail: (response: ServerResponse) => void }[] = [
		...[429, 500, 502, 503, 504].map((status) => ({
			why: `status ${String(status)}`,
			fail: (response: ServerResponse) => {
				answer(response, { message: 'Try again' }, { status });
			},
		})),
		{ why: 'a reset', fail: (response) => response.socket?.destroy() },
		{
			why: 'a body shorter than its content-length',
			fail: (response) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
				response.write('{"id":42}', () => response.socket?.destroy());
			},
		},
		{
			why: 'a chunked body that breaks off',
			fail: (response) => {
				response.writeHead(200, { 'content-type': 'application/json' });
				response.write('{"id":42}', () => response.socket?.destroy());
			},
		},
		{
			why: 'a login page',
			fail: (response) => {
				answer(response, '<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
			},
		},
		{
			why: 'a body without a type',
			fail: (response) => {
				answer(response, '{"id":42}', { headers: { 'content-type': '' } });
			},
		},
		{
			why: 'an empty body',
			fail: (response) => {
				answer(response, '');
			},
		},
		{
			why: 'JSON that cannot be read',
			fail: (response) => {
				answer(response, '{"id":');
			},
		},
		{
			why: 'JSON nested too deep to be an answer',
			fail: (response) => {
				answer(response, '['.repeat(100_000) + ']'.repeat(100_000));
			},
		},
		{
			why: 'a headline instead of an object',
			fail: (response) => {
				answer(response, '"ok"');
			},
		},
	];

	test.each(faults)('$why', async ({ fail }) => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) fail(response);
			else answer(response, project);
		});
		const { projects, attempts } = clientsFor(server.url);
		expect(await projects.show(42)).toEqual(project);
		expect(server.seen).toHaveLength(2);
		expect(attempts.count).toBe(2);
	});

	test.each(faults)('$why: five times at most', async ({ fail }) => {
		await using server = await serve(fail);
		const { projects, attempts } = clientsFor(server.url, { maxWaitMs: 5 });
		await failureOf(projects.show(42));
		expect(server.seen).toHaveLength(5);
		expect(attempts.count).toBe(5);
	});

	test('an answer that takes too long, and a body that never ends', async () => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) return;
			if (count > 2) {
				answer(response, project);
				return;
			}
			response.writeHead(200, { 'content-type': 'application/json' });
			const drip = setInterval(() => response.write(' '), 20);
			response.on('close', () => {
				clearInterval(drip);
			});
		});
		const { projects } = clientsFor(server.url, { attemptTimeoutMs: 150 });
		expect(await projects.show(42)).toEqual(project);
		expect(server.seen).toHaveLength(3);
	});

	test('only a question is: what changes something is sent once', async () => {
		await using server = await serve((response) => {
			answer(response, { message: '503 Service Unavailable' }, { status: 503 });
		});
		const { projects } = clientsFor(server.url);
		const error = await failureOf(projects.create({ name: 'example' }));
		expect(error).toMatchObject({ kind: 'status', status: 503 });
		expect(server.seen).toHaveLength(1);
	});
});

describe('a failure that stays is told', () => {
	test('by method, path, status, tries, reason and request id', async () => {
		await using server = await serve((response) => {
			const headers = { 'x-request-id': '01ABC' };
			answer(response, { message: 'Service Unavailable' }, { status: 503, headers });
		});
		const { releases } = clientsFor(server.url, { maxWaitMs: 5 });
		const error = await failureOf(releases.all(42, { perPage: 100 }));
		expect(error).toMatchObject({
			kind: 'status',
			status: 503,
			reason: 'Service Unavailable',
		});
		expect(error.message).toBe(
			'GET /projects/42/releases?per_page=100 answered 503 after 5 tries: ' +
				'"Service Unavailable" (request id 01ABC).',
		);
	});

	test.each([
		{ body: { message: '404 Project Not Found' }, reason: '404 Project Not Found' },
		{ body: { error: 'invalid', error_description: 'It has ended.' }, reason: 'It has ended.' },
		{ body: { message: ['is too long', 'is odd'] }, reason: 'is too long, is odd' },
		{ body: { message: { name: ['is too long'] } }, reason: 'name: is too long' },
		{ body: { message: { error: 'Too many requests.' } }, reason: 'Too many requests.' },
		{ body: { message: 'two\nlines' }, reason: 'two lines' },
		{ body: { message: 'a'.repeat(300) }, reason: `${'a'.repeat(199)}…` },
		{ body: { message: null }, reason: 'Bad Request' },
	])("GitLab's reason, whatever its shape: $reason", async ({ body, reason }) => {
		await using server = await serve((response) => {
			answer(response, body, { status: 400 });
		});
		expect(await failureOf(clientsFor(server.url).projects.show(42))).toMatchObject({ reason });
		expect(server.seen).toHaveLength(1);
	});

	test('nobody at that port: in words, with what to do', async () => {
		const server = await serve(() => undefined);
		await server[Symbol.asyncDispose]();
		const error = await failureOf(clientsFor(server.url, { maxWaitMs: 5 }).projects.show(42));
		expect(error).toMatchObject({ kind: 'network', status: null });
		expect(error.message).toMatch(
			/^GET \/projects\/42 got no answer after 5 tries: nothing accepts connections at 127\.0\.0\.1:\d+; check GITLAB_URL and the proxy \(ECONNREFUSED\)\.$/,
		);
	});

	test.each([
		{ why: 'silence', kind: 'timeout', send: () => undefined },
		{
			why: 'a cut body',
			kind: 'cut',
			send: (response: ServerResponse) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': '9' });
				response.write('{', () => response.socket?.destroy());
			},
		},
		{
			why: 'a login page',
			kind: 'not-gitlab',
			send: (response: ServerResponse) => {
				answer(response, '<html>', { headers: { 'content-type': 'text/html' } });
			},
		},
	])('$why is $kind', async ({ kind, send }) => {
		await using server = await serve(send);
		const { projects } = clientsFor(server.url, { maxWaitMs: 5, attemptTimeoutMs: 50 });
		expect(await failureOf(projects.show(42))).toMatchObject({ kind });
	});
});

describe('a no counts as GitLab’s only in its shape', () => {
	const html = { 'content-type': 'text/html' };

	test.each([
		{ status: 401, body: { message: '401 Unauthorized' }, headers: {}, why: 'asks to sign in' },
		{ status: 403, body: { message: '403 Forbidden' }, headers: {}, why: 'hides a part' },
		{ status: 404, body: { message: '404 Not Found' }, headers: {}, why: 'missing or private' },
		{ status: 404, body: { error: '404 Not Found' }, headers: {}, why: 'an unknown route' },
	])('$status $why: an answer', async ({ status, body, headers }) => {
		await using server = await serve((response) => {
			answer(response, body, { status, headers });
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error.kind).toBe('status');
		expect(isNotVisible(error)).toBe(true);
		expect(server.seen).toHaveLength(1);
	});

	test.each([
		{ status: 404, body: '<title>Oops</title>', headers: html, kind: 'not-gitlab', why: 'a page' },
		{ status: 404, body: { detail: 'none' }, headers: {}, kind: 'not-gitlab', why: 'other JSON' },
		{ status: 404, body: '', headers: {}, kind: 'not-gitlab', why: 'nothing' },
		{ status: 403, body: '<title>Blocked</title>', headers: html, kind: 'status', why: 'a block' },
		{ status: 401, body: '<html>', headers: html, kind: 'status', why: 'a proxy’s door' },
	])('$status with $why: a failure', async ({ status, body, headers, kind }) => {
		await using server = await serve((response) => {
			answer(response, body, { status, headers });
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error).toMatchObject({ kind, status });
		expect(isNotVisible(error)).toBe(false);
		expect(server.seen).toHaveLength(1);
	});

	test('another server’s page says what to do', async () => {
		await using server = await serve((response) => {
			answer(response, '<title>Oops</title>', { status: 404, headers: html });
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error.message).toBe(
			'GET /projects/42 answered 404: a web page titled "Oops": ' +
				"the address answers, but not as GitLab's API does; check GITLAB_URL.",
		);
	});

	test('a sign-in page in place of an answer is named', async () => {
		await using server = await serve((response) => {
			answer(response, '<title>Sign in\n· Example</title>', { headers: html });
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error).toMatchObject({ kind: 'not-gitlab', status: 200 });
		expect(error.reason).toContain('a web page titled "Sign in · Example" instead of JSON');
	});
});

describe('an answer that says how it is compressed', () => {
	const body = JSON.stringify(project);

	test.each([
		{ encoding: 'gzip', bytes: gzipSync(body) },
		{ encoding: 'br', bytes: brotliCompressSync(body) },
	])('is decompressed: $encoding', async ({ encoding, bytes }) => {
		await using server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding });
			response.end(bytes);
		});
		expect(await clientsFor(server.url).projects.show(42)).toEqual(project);
	});

	test.each(['gzip', 'br'])('and is not, is told as that: %s', async (encoding) => {
		await using server = await serve((response) => {
			answer(response, body, { headers: { 'content-encoding': encoding } });
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error).toMatchObject({ kind: 'cut', status: 200 });
		expect(error.reason).toMatch(/isn't compressed the way it says; check the proxy/);
	});
});

describe('an answer has its limits', () => {
	test.each([
		{ why: 'by its content-length', headers: { 'content-length': '2048' } },
		{ why: 'by its bytes', headers: { 'transfer-encoding': 'chunked' } },
	])('larger than allowed $why: not read, not asked again', async ({ headers }) => {
		await using server = await serve((response) => {
			answer(response, JSON.stringify('a'.repeat(2046)), { headers });
		});
		const { projects } = clientsFor(server.url, { maxBytes: 1024 });
		const error = await failureOf(projects.show(42));
		expect(error).toMatchObject({ kind: 'too-large' });
		expect(error.message).toContain('larger than 1024 bytes');
		expect(server.seen).toHaveLength(1);
	});

	test('control and bidi characters stay outside, in keys too; lines and tabs come in', async () => {
		await using server = await serve((response) => {
			answer(response, { 'G\u0000o': ['a\u0007\u202Eb\n\tc\u009F\u2066\u007F'], n: 1.5, t: true });
		});
		expect(await clientsFor(server.url).projects.show(42)).toEqual({
			Go: ['ab\n\tc'],
			n: 1.5,
			t: true,
		});
	});
});

describe('a file', () => {
	const show = (url: string) =>
		clientsFor(url, { maxWaitMs: 5 }).files.showRaw(42, 'go.mod', 'main');

	test.each([
		{ type: 'text/plain; charset=utf-8', why: 'GitLab’s usual' },
		{ type: 'application/octet-stream', why: 'not recognised as text' },
		{ type: 'application/json', why: 'it happens to be JSON' },
	])('comes as text when served as $type: $why', async ({ type }) => {
		await using server = await serve((response) => {
			answer(response, '{"go":\u0000 1}\r\n', { headers: { 'content-type': type } });
		});
		expect(await show(server.url)).toBe('{"go": 1}\n');
		expect(server.seen[0]?.url).toBe('/api/v4/projects/42/repository/files/go.mod/raw?ref=main');
	});

	test.each([{ header: 'x-gitlab-size' }, { header: 'content-length' }])(
		'is empty when $header says so',
		async ({ header }) => {
			await using server = await serve((response) => {
				answer(response, '', { headers: { 'content-type': 'text/plain', [header]: '0' } });
			});
			expect(await show(server.url)).toBe('');
		},
	);

	test.each([
		{ why: 'a page', type: 'text/html', body: '<html>', size: '6' },
		{ why: 'empty without a word', type: 'text/plain', body: '', size: '12' },
		{ why: 'shorter than GitLab says', type: 'text/plain', body: 'module', size: '12' },
	])('is not taken when it is $why', async ({ type, body, size }) => {
		await using server = await serve((response) => {
			const headers = { 'content-type': type, 'x-gitlab-size': size, connection: 'close' };
			answer(response, body, { headers: { ...headers, 'transfer-encoding': 'chunked' } });
		});
		await failureOf(show(server.url));
		expect(server.seen).toHaveLength(5);
	});
});

describe('pages', () => {
	test.each<{ why: string; header: (url: string) => Record<string, string> }>([
		{ why: 'by Link', header: (url: string) => ({ link: `<${url}>; rel="next"` }) },
		...['; rel=next', ';title="a page";rel="next"', '; rel="prefetch next"; title=x'].map(
			(rel) => ({
				why: `by Link in another form, ${rel}`,
				header: (url: string) => ({
					link: `<${url}&page=9>;rel=last, <${url}>${rel}, </a>; rel=first`,
				}),
			}),
		),
		{ why: 'by x-next-page alone', header: () => ({ 'x-next-page': '2', 'x-page': '1' }) },
		{
			why: "by x-next-page beside a proxy's Link",
			header: () => ({ 'x-next-page': '2', link: '</style.css>; rel=preload, </b>; rel=next-to' }),
		},
	])('are followed $why, with the same question', async ({ header }) => {
		await using server = await serve((response, { url }, count) => {
			const next = `http://elsewhere.invalid${url}&page=2`;
			if (count === 1) answer(response, [{ id: 1 }], { headers: header(next) });
			else answer(response, [{ id: 2 }], { headers: { 'x-next-page': '' } });
		});
		const { projects } = clientsFor(server.url);
		const rows = await projects.all({ perPage: 1, topic: 'a b' });
		expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
		const asked = server.seen.map(({ url }) =>
			Object.fromEntries(new URL(url, server.url).searchParams),
		);
		expect(asked).toEqual([
			{ per_page: '1', topic: 'a b' },
			{ per_page: '1', topic: 'a b', page: '2' },
		]);
	});

	test.each<{ why: string; fail: (response: ServerResponse) => void }>([
		{
			why: 'an object',
			fail: (response) => {
				answer(response, { message: 'Try again' });
			},
		},
		{ why: 'no content', fail: (response) => response.writeHead(204).end() },
	])('are asked for again when one comes as $why', async ({ fail }) => {
		await using server = await serve((response, _seen, count) => {
			if (count === 2) fail(response);
			else if (count === 1) answer(response, [{ id: 1 }], { headers: { 'x-next-page': '2' } });
			else answer(response, [{ id: 2 }]);
		});
		const { projects } = clientsFor(server.url);
		expect(await projects.all({ perPage: 1 })).toEqual([{ id: 1 }, { id: 2 }]);
		expect(server.seen).toHaveLength(3);
	});

	test('come from the newest to the oldest, too', async () => {
		await using server = await serve((response, _seen, count) => {
			const link = '</api/v4/projects?id_before=2&per_page=1>; rel="next"';
			answer(response, [{ id: 3 - count }], { headers: count === 1 ? { link } : {} });
		});
		const { projects } = clientsFor(server.url);
		expect(await projects.all({ perPage: 1 })).toEqual([{ id: 2 }, { id: 1 }]);
	});

	test('end with an empty one, though it names another', async () => {
		await using server = await serve((response, _seen, count) => {
			const next = { 'x-next-page': String(count + 1) };
			answer(response, count < 3 ? [{ id: count }] : [], { headers: count < 9 ? next : {} });
		});
		const { projects } = clientsFor(server.url);
		expect(await projects.all({ perPage: 1 })).toEqual([{ id: 1 }, { id: 2 }]);
		expect(server.seen).toHaveLength(3);
	});

	test.each([
		{ why: 'by number', next: 'page=2', asked: 2 },
		{ why: 'by cursor', next: 'cursor=abc', asked: 2 },
		{ why: 'the first', next: 'sort=asc', asked: 1 },
	])('fail where the next one is always the same, $why', async ({ next, asked }) => {
		await using server = await serve((response, _seen, count) => {
			const link = `</api/v4/projects?${next}&per_page=1>; rel="next"`;
			answer(response, [{ id: 1 }], { headers: count < 9 ? { link } : {} });
		});
		const { projects } = clientsFor(server.url);
		const failure = await failureOf(projects.all({ perPage: 1 }));
		expect(failure.message).toContain('a list without an end');
		expect(server.seen).toHaveLength(asked);
	});

	test('fail where the next one is an earlier one, since they would go round and round', async () => {
		await using server = await serve((response, _seen, count) => {
			const next = { 'x-next-page': String(count % 2 ? 3 : 2) };
			answer(response, [{ id: count }], { headers: count < 9 ? next : {} });
		});
		const failure = await failureOf(clientsFor(server.url).projects.all({ perPage: 1 }));
		expect(failure.message).toContain('a list without an end');
		expect(server.seen).toHaveLength(2);
	});

	test('fail where GitLab gives none, though they go on', async () => {
		await using server = await serve((response, _seen, count) => {
			const next = { 'x-next-page': String(count === 1 ? 500 : 501) };
			answer(response, [{ id: count }], { headers: count < 9 ? next : {} });
		});
		const { projects } = clientsFor(server.url);
		const failure = await failureOf(projects.all({ perPage: 1 }));
		expect(failure.message).toContain('a list without an end');
		expect(server.seen).toHaveLength(2);
	});
});

test('an instance may live below a path', async () => {
	await using server = await serve((response) => {
		answer(response, project);
	});
	const { projects } = clientsFor(`${server.url}/gitlab`);
	await projects.show('a-group/a-project');
	expect(server.seen[0]?.url).toBe('/gitlab/api/v4/projects/a-group%2Fa-project');
});

describe('a client that does not fit its requester is a mistake', () => {
	test('another host', async () => {
		const { requester } = clientsFor('http://127.0.0.1:9');
		const stray = new Projects({ host: 'http://127.0.0.2:9', requesterFn: requester.transport() });
		await expect(stray.show(42)).rejects.toThrow('give it that host');
	});

	test('a token in a header that would travel', async () => {
		const { requester } = clientsFor('http://127.0.0.1:9');
		const requesterFn = requester.transport();
		const user = new Projects({ host: 'http://127.0.0.1:9', token: 'secret', requesterFn });
		await expect(user.show(42)).rejects.toThrow('Give the token as oauthToken');
	});
});
