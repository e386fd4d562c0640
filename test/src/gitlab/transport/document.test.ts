import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createRequester, type RequesterOptions } from '#gitlab/transport/requester.ts';
import { answer, failureOf, quick, serve } from '../loopback.ts';

const token = 'glpat-example-token';
const yaml = { headers: { 'content-type': 'text/yaml; charset=utf-8' } };

function ask(url: string, options: Partial<RequesterOptions> = {}) {
	const attempts = { count: 0 };
	// Its instance is nowhere: a file is asked for at its own address.
	const requester = createRequester({ url: 'http://127.0.0.1:9', token, ...quick, ...options });
	const text = requester.document(`${url}/company/team.yml`, () => {
		attempts.count += 1;
	});
	text.catch(() => undefined);
	return { text, attempts };
}

test('a file is asked for at its own address, and never with the token', async () => {
	await using server = await serve((response) => {
		answer(response, '- slug: ada', yaml);
	});
	const { text, attempts } = ask(server.url);
	expect(await text).toBe('- slug: ada');
	expect(attempts.count).toBe(1);
	expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
		'GET /company/team.yml',
	]);
	expect(JSON.stringify(server.seen[0]?.headers)).not.toContain(token);
	expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
});

test('a file comes without control characters', async () => {
	await using server = await serve((response) => {
		answer(response, 'a\u202eb\u0000c', yaml);
	});
	expect(await ask(server.url).text).toBe('abc');
});

test('a redirect is followed on the same host alone', async () => {
	await using server = await serve((response, { url }) => {
		if (url === '/there.yml') answer(response, '- slug: ada', yaml);
		else answer(response, '', { status: 302, headers: { location: '/there.yml' } });
	});
	expect(await ask(server.url).text).toBe('- slug: ada');
	await using other = await serve((response) => {
		answer(response, '', { status: 302, headers: { location: `${server.url}/there.yml?x=1` } });
	});
	const error = await failureOf(ask(other.url).text);
	expect(error.message).toContain(`set TEAM_YML_URL to ${server.url}/there.yml.`);
});

describe('a failure that may pass is tried again, five times at most', () => {
	const faults: { why: string; says: string; fail: (response: ServerResponse) => void }[] = [
		...[429, 500, 502, 503, 504].map((status) => ({
			why: `status ${String(status)}`,
			says: `answered ${String(status)} after 5 tries`,
			fail: (response: ServerResponse) => {
				answer(response, 'no', { status });
			},
		})),
		{
			why: 'a web page',
			says: 'a web page instead of a file; check TEAM_YML_URL',
			fail: (response) => {
				answer(response, '<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } });
			},
		},
		{
			why: 'an empty file',
			says: 'is empty',
			fail: (response) => {
				answer(response, '', yaml);
			},
		},
		{ why: 'a reset', says: 'closed the connection', fail: (r) => r.socket?.destroy() },
		{
			why: 'a file that breaks off',
			says: 'broke off after',
			fail: (response) => {
				response.writeHead(200, { ...yaml.headers, 'content-length': '100' });
				response.write('- slug', () => response.socket?.destroy());
			},
		},
	];

	test.each(faults)('$why', async ({ fail, says }) => {
		await using once = await serve((response, _, count) => {
			if (count === 1) fail(response);
			else answer(response, '- slug: ada', yaml);
		});
		expect(await ask(once.url).text).toBe('- slug: ada');
		await using always = await serve(fail);
		const { text, attempts } = ask(always.url, { maxWaitMs: 5 });
		const { message } = await failureOf(text);
		expect(message).toContain(`GET ${always.url}/company/team.yml `);
		expect(message).toContain(says);
		expect(message).not.toContain('GITLAB_URL');
		expect(attempts.count).toBe(5);
	});
});

describe('a failure that stays is told at once', () => {
	test.each([
		{ status: 404, says: 'answered 404: Not Found; check TEAM_YML_URL' },
		{ status: 403, says: 'answered 403: Forbidden' },
		{ status: 204, says: 'answered 204: No Content' },
	])('$status', async ({ status, says }) => {
		await using server = await serve((response) => {
			response.writeHead(status).end();
		});
		expect((await failureOf(ask(server.url).text)).message).toContain(says);
		expect(server.seen).toHaveLength(1);
	});

	test('a file that is too large', async () => {
		await using server = await serve((response) => {
			answer(response, 'x'.repeat(2000), yaml);
		});
		const error = await failureOf(ask(server.url, { maxBytes: 1000 }).text);
		expect(error.kind).toBe('too-large');
		expect(server.seen).toHaveLength(1);
	});

	test('a host that says nothing, until the deadline', async () => {
		await using server = await serve(() => undefined);
		const error = await failureOf(ask(server.url, { attemptTimeoutMs: 100, deadlineMs: 250 }).text);
		expect(error.kind).toBe('deadline');
	});

	test('a port where nobody is', async () => {
		const server = await serve(() => undefined);
		await server[Symbol.asyncDispose]();
		const error = await failureOf(ask(server.url, { maxWaitMs: 5 }).text);
		expect(error.message).toMatch(/nothing accepts connections at .*; check TEAM_YML_URL/);
	});
});

test('a pause that GitLab wants is none for the file', async () => {
	await using gitlab = await serve((response) => {
		answer(response, '', { status: 429, headers: { 'retry-after': '60' } });
	});
	await using server = await serve((response) => {
		answer(response, '- slug: ada', yaml);
	});
	const requester = createRequester({
		url: gitlab.url,
		...quick,
		maxWaitMs: 60_000,
		deadlineMs: 500,
	});
	const archive = requester.archive('projects/1/repository/archive')[Symbol.asyncIterator]();
	await expect(archive.next()).rejects.toThrow('429');
	expect(await requester.document(`${server.url}/team.yml`, () => undefined)).toBe('- slug: ada');
});
