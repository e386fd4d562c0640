import { describe, expect, test } from 'vitest';
import { followRedirect } from '#gitlab/transport/redirect.ts';
import { answer, clientsFor, failureOf, serve } from '../loopback.ts';

const token = 'example-token-0123456789';

function redirect(location: string, status = 301) {
	return { status, headers: { location, 'content-type': 'text/plain' } };
}

describe('a redirect on the same origin is followed', () => {
	test('with the token, each hop counted, to the last status', async () => {
		await using server = await serve((response, { url }) => {
			if (url.endsWith('/old%2Fplace')) answer(response, '', redirect('/api/v4/projects/42'));
			else answer(response, { id: 42 });
		});
		const { asUser, attempts } = clientsFor(server.url, { token });
		const found = await asUser(token).show('old/place', { showExpanded: true });
		expect(found).toMatchObject({ data: { id: 42 }, status: 200 });
		expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([
			`Bearer ${token}`,
			`Bearer ${token}`,
		]);
		expect(attempts.count).toBe(2);
	});

	test('three times, not more', async () => {
		await using server = await serve((response, _seen, count) => {
			answer(response, '', redirect(`/api/v4/projects/${String(count)}`, 302));
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error).toMatchObject({ kind: 'redirect', status: 302 });
		expect(server.seen).toHaveLength(4);
	});
});

describe('a project that has moved is asked for where GitLab is reached', () => {
	test.each([
		{ location: 'http://gitlab.internal/api/v4/projects/42?license=true', why: 'another host' },
		{ location: 'HERE/api/v4/projects/42?license=true', why: 'the host without its path' },
	])('when GitLab names it by $why', async ({ location }) => {
		await using server = await serve((response, { url }) => {
			const to = location.replace('HERE', server.url);
			if (url.includes('old%2Fplace')) answer(response, '', redirect(to));
			else answer(response, { id: 42 });
		});
		const { asUser } = clientsFor(`${server.url}/gitlab`, { token });
		expect(await asUser(token).show('old/place', { license: true })).toEqual({ id: 42 });
		expect(server.seen.map(({ url }) => url)).toEqual([
			'/gitlab/api/v4/projects/old%2Fplace?license=true',
			'/gitlab/api/v4/projects/42?license=true',
		]);
	});
});

describe('a redirect elsewhere is refused, at once and without the token', () => {
	test('to another origin', async () => {
		await using other = await serve((response) => {
			answer(response, { id: 42 });
		});
		await using server = await serve((response) => {
			answer(response, '', redirect(`${other.url}/gitlab/api/v4/projects/42?secret=1`));
		});
		const error = await failureOf(clientsFor(server.url, { token }).asUser(token).show(42));
		expect(error).toMatchObject({ kind: 'redirect', status: 301 });
		expect(error.message).toBe(
			`GET /projects/42 answered 301: it redirects to ${other.url}/gitlab/api/v4/projects/42, ` +
				"which we don't follow; if that is the right address, " +
				`set GITLAB_URL to ${other.url}/gitlab.`,
		);
		expect(other.seen).toEqual([]);
		expect(server.seen).toHaveLength(1);
	});

	test('to https on the same host', async () => {
		await using server = await serve((response) => {
			answer(response, '', redirect(`${server.url.replace('http:', 'https:')}/api/v4/projects/42`));
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error.kind).toBe('redirect');
		expect(error.reason).toContain(`set GITLAB_URL to ${server.url.replace('http:', 'https:')}`);
		expect(server.seen).toHaveLength(1);
	});

	test('from https to http, which nobody is told to use', () => {
		const from = new URL('https://git.example/api/v4/groups/42');
		const headers = { location: 'http://git.example/api/v4/groups/43' };
		const follow = () => followRedirect(new Response(null, { status: 301, headers }), from, 0);
		expect(follow).toThrow(/redirects to http:.*; check the server's own address.*isn't encrypted/);
		expect(follow).not.toThrow(/GITLAB_URL/);
	});

	test.each([
		{ location: 'https://sso.example/login?back=1', names: 'https://sso.example/login' },
		{ location: '/users/sign_in', names: '/users/sign_in' },
	])('to a sign-in page, which is no address of GitLab: $location', async ({ location, names }) => {
		await using server = await serve((response) => {
			answer(response, '', redirect(location, 302));
		});
		const error = await failureOf(clientsFor(server.url, { token }).asUser(token).show(42));
		expect(error.kind).toBe('redirect');
		expect(error.reason).toContain(names);
		expect(error.reason).toContain(
			"check GITLAB_URL, and that no sign-in page is in front of GitLab's API",
		);
		expect(error.reason).not.toContain('set GITLAB_URL');
		expect(server.seen).toHaveLength(1);
	});

	test.each([
		{ location: '', why: 'the same address again', kind: 'redirect' },
		{ location: 'http://', why: 'no address', kind: 'redirect' },
		{ location: 'http://user:pass@HOST/x', why: 'an address with a name in it', kind: 'redirect' },
	])('to $why', async ({ location, kind }) => {
		await using server = await serve((response, { headers }) => {
			answer(response, '', redirect(location.replace('HOST', headers.host ?? '')));
		});
		const error = await failureOf(clientsFor(server.url).projects.show(42));
		expect(error.kind).toBe(kind);
		expect(error.message).not.toContain('pass');
	});

	test('of a request that changes something', async () => {
		await using server = await serve((response) => {
			answer(response, '', redirect('/api/v4/projects/43', 307));
		});
		const error = await failureOf(clientsFor(server.url).projects.create({ name: 'example' }));
		expect(error.kind).toBe('redirect');
		expect(server.seen).toHaveLength(1);
	});
});
