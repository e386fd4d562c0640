import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tokenClient } from '#gitlab/transport/client.ts';
import {
	forReaders,
	GitLabError,
	isMissing,
	isNotVisible,
	TokenRejectedError,
} from '#gitlab/transport/errors.ts';
import { createRequester } from '#gitlab/transport/requester.ts';
import { answer, clientsFor, failureOf, serve } from '../loopback.ts';

const token = 'example-token/+0123456789';
const rejected = { error: 'invalid_token', error_description: 'Token was revoked.' };

describe('the token is in no error, however it is printed', () => {
	const echoes = [
		{ why: 'as it is', echo: token },
		{ why: 'in an address', echo: encodeURIComponent(token) },
		{ why: 'in base64', echo: btoa(token) },
		{ why: 'in base64 behind a name', echo: btoa(`oauth2:${token}`) },
		{ why: 'in base64 for addresses', echo: Buffer.from(`ab${token}`).toString('base64url') },
		{ why: 'with an invisible character in it', echo: token.replace('0', '\u00000') },
		{ why: 'where the reason is cut', echo: `${'a'.repeat(190)}${token}` },
	];

	test.each(echoes)('echoed $why', async ({ echo }) => {
		await using server = await serve((response) => {
			const headers = { 'x-request-id': encodeURIComponent(echo) };
			answer(response, { message: `No: ${echo}` }, { status: 400, headers });
		});
		const error = await failureOf(clientsFor(server.url, { token }).asUser(token).show(echo));
		const printed = inspect(error, { depth: 10, showHidden: true }) + JSON.stringify(error);
		for (const secret of [echo, token, encodeURIComponent(token), btoa(token).slice(0, 16)]) {
			expect(printed).not.toContain(secret);
		}
		expect(error.message).toContain('[token');
		expect(printed).not.toMatch(/Bearer|authorization|\[cause\]/i);
	});

	test('nor in what a good answer brings in', async () => {
		await using server = await serve((response) => {
			answer(response, { id: 42, description: `see ${token}` });
		});
		const found = await clientsFor(server.url, { token }).asUser(token).show(42);
		expect(found).toEqual({ id: 42, description: 'see [token]' });
	});

	test('nor when it is no header at all', async () => {
		const broken = 'two\nlines-of-a-token';
		await using server = await serve(() => undefined);
		const { asUser } = clientsFor(server.url, { token: broken, maxWaitMs: 5 });
		const error = await failureOf(asUser(broken).show(42));
		expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('lines-of-a-token');
	});

	test('nor when the connection breaks', async () => {
		await using server = await serve((response) => response.socket?.destroy());
		const { asUser } = clientsFor(server.url, { token, maxWaitMs: 5 });
		const error = await failureOf(asUser(token).show(42));
		expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
	});
});

test('what GitLab shows only to those who sign in says so, since no token would change it', async () => {
	await using server = await serve((response) => {
		answer(response, { message: '401 Unauthorized' }, { status: 401 });
	});
	const error = await failureOf(clientsFor(server.url).projects.show(42));
	expect(error.message).toBe(
		'GET /projects/42 answered 401: "401 Unauthorized", so only people who are signed in see it.',
	);
});

describe('a rejected token', () => {
	test.each([
		{ status: 401, body: rejected, why: 'ended' },
		{ status: 403, body: { error: 'insufficient_scope' }, why: 'without the scope' },
	])('$why is told apart from an answer', async ({ status, body }) => {
		await using server = await serve((response) => {
			answer(response, body, { status });
		});
		const error = await failureOf(clientsFor(server.url, { token }).asUser(token).show(42));
		expect(error).toBeInstanceOf(TokenRejectedError);
		expect(isNotVisible(error)).toBe(false);
		expect(server.seen).toHaveLength(1);
	});

	test('cannot be one that was not sent', async () => {
		await using server = await serve((response) => {
			answer(response, rejected, { status: 401 });
		});
		const error = await failureOf(clientsFor(server.url, { token }).projects.show(42));
		expect(error).not.toBeInstanceOf(TokenRejectedError);
		// Whoever sent one between us and GitLab: it says nothing of what strangers see.
		expect(isNotVisible(error)).toBe(false);
		expect(server.seen[0]?.headers.authorization).toBeUndefined();
	});

	test('is not meant by a plain 403, nor by a page', async () => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) answer(response, { message: '403 Forbidden' }, { status: 403 });
			else answer(response, '<html>', { status: 401, headers: { 'content-type': 'text/html' } });
		});
		const user = clientsFor(server.url, { token }).asUser(token);
		const forbidden = await failureOf(user.show(42));
		const page = await failureOf(user.show(42));
		expect([forbidden, page].map((error) => error instanceof TokenRejectedError)).toEqual([
			false,
			false,
		]);
		expect([forbidden, page].map(isNotVisible)).toEqual([true, false]);
	});
});

test('what is no failed request is no "not visible"', () => {
	const details = {
		kind: 'status',
		reason: '',
		lastKind: 'status',
		lasting: 'It failed.',
	} as const;
	expect(isNotVisible(new Error('404'))).toBe(false);
	expect(isNotVisible(new GitLabError('', { ...details, status: 500, ownAnswer: true }))).toBe(
		false,
	);
});

test('only a 404 of GitLab itself says that there is no such thing', () => {
	const details = {
		kind: 'status',
		reason: '',
		lastKind: 'status',
		lasting: 'It failed.',
	} as const;
	const is = (status: number, ownAnswer: boolean) => {
		const reason = `${String(status)} Not Found`;
		return isMissing(new GitLabError('', { ...details, status, ownAnswer, reason }));
	};
	expect(is(404, true)).toBe(true);
	expect([is(404, false), is(403, true), is(401, true), is(500, true)]).not.toContain(true);
});

test.each([
	{ body: { message: '404 Project Not Found' }, status: 404, isHidden: true },
	{ body: { error: '404 Not Found' }, status: 404, isHidden: true },
	{ body: { message: '403 Forbidden - Your IP is not allowed' }, status: 403, isHidden: true },
	{ body: { message: '401 Unauthorized' }, status: 401, isHidden: true },
	{ body: { message: 'Forbidden' }, status: 403, isHidden: false },
	{ body: { message: '404 from upstream' }, status: 400, isHidden: false },
	{ body: { message: '404 Not Found' }, status: 403, isHidden: false },
	{ body: { message: 'no Route matched with those values' }, status: 404, isHidden: false },
])('only GitLab says that strangers do not see something, no gateway: $body', async (asked) => {
	const { body, status, isHidden } = asked;
	await using server = await serve((response) => {
		answer(response, body, { status });
	});
	const error = await failureOf(clientsFor(server.url).projects.show(42));
	expect(isNotVisible(error)).toBe(isHidden);
});

describe('what is asked for by its name is in the registry, which may be out of date', () => {
	test.each([
		{
			id: 'a/b',
			status: 404,
			advice: '; check that the project is still called a/b, as in content/registry, and is public',
		},
		{ id: 'a/b', status: 403, advice: '; check that a/b shows this to everyone' },
		{ id: 42, status: 404, advice: '' },
	])('$id: $status', async ({ id, status, advice }) => {
		await using server = await serve((response) => {
			answer(response, { message: `${String(status)} No` }, { status });
		});
		const { message } = await failureOf(clientsFor(server.url).projects.show(id));
		expect(message).toMatch(new RegExp(`"${String(status)} No"${advice}\\.$`));
	});

	test('but a token without the scope is no trouble of the place', async () => {
		await using server = await serve((response) => {
			answer(response, { error: 'insufficient_scope' }, { status: 403 });
		});
		const { message } = await failureOf(
			clientsFor(server.url, { token }).asUser(token).show('a/b'),
		);
		expect(message).not.toContain('check');
	});
});

test.each([
	{ body: { message: 'Something went wrong' }, said: 'Something went wrong' },
	{ body: { error: 'maintenance', error_description: 'Back at noon' }, said: 'Back at noon' },
])('a reason alone is no answer, whatever its status: $said', async ({ body, said }) => {
	await using server = await serve((response) => {
		answer(response, body);
	});
	const { projects } = clientsFor(server.url, { backoffMs: 1 });
	const error = await failureOf(projects.show(42));
	expect(error.message).toBe(`GET /projects/42 answered 200 after 5 tries: "${said}".`);
	expect(isNotVisible(error)).toBe(false);
});

test('an answer may have a message among other things', async () => {
	const commit = { id: 'a1b2', message: 'Boil' };
	await using server = await serve((response) => {
		answer(response, commit);
	});
	expect(await clientsFor(server.url).projects.show(42)).toEqual(commit);
});

test('a token that may not see the members of a group is told what to look at', async () => {
	await using server = await serve((response) => {
		answer(response, { message: '403 Forbidden' }, { status: 403 });
	});
	const requester = createRequester({ url: server.url });
	const { members } = tokenClient(server.url, 'example-token', requester, () => undefined);
	const error = await failureOf(members.all('tea/crew'));
	expect(error.message).toContain('the account of the token may see the members of tea/crew.');
	expect(forReaders(error)).toBe('GET /groups/tea%2Fcrew/members answered 403: "403 Forbidden".');
});
