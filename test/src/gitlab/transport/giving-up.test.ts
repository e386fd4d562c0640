import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { answer, clientsFor, failureOf, serve } from '../loopback.ts';

const project = { id: 42 };

/** Numbers from 1 on, for requests that only differ by their project. */
function ids(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}

function loginPage(response: ServerResponse): void {
	answer(response, '<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
}

describe('an endpoint that only fails', () => {
	const failing: {
		why: string;
		fail: (response: ServerResponse) => void;
		attemptTimeoutMs?: number;
	}[] = [
		...[500, 502, 503].map((status) => ({
			why: `GitLab's own ${String(status)}`,
			fail: (response: ServerResponse) => {
				answer(response, { message: 'Oops' }, { status });
			},
		})),
		{
			why: 'a page of what is in front of GitLab',
			fail: (response) => {
				const headers = { 'content-type': 'text/html' };
				answer(response, '<title>502</title>', { status: 502, headers });
			},
		},
		{ why: 'a login page', fail: loginPage },
		{ why: 'a cut connection', fail: (response) => response.socket?.destroy() },
		{ why: 'silence', fail: () => undefined, attemptTimeoutMs: 300 },
	];

	test.each(failing)(
		'with $why is asked no more, and all others are',
		async ({ fail, attemptTimeoutMs }) => {
			await using server = await serve((response, { url }) => {
				if (url.includes('/releases')) fail(response);
				else answer(response, project);
			});
			const { projects, releases } = clientsFor(server.url, { backoffMs: 5, attemptTimeoutMs });
			await projects.show(1);
			const failed = Promise.all(ids(40).map((id) => failureOf(releases.all(id))));
			const shown = await Promise.all(ids(40).map((id) => projects.show(id)));
			expect(shown).toHaveLength(40);
			const errors = await failed;
			// Rows say it: whose turn it was when the endpoint was given up is no change of them.
			expect(new Set(errors.map(({ lasting }) => lasting)).size).toBe(1);
			expect(errors[0]?.lasting).toMatch(
				/^GET \/projects\/:id\/releases (answered|got no answer:|didn't finish:) /,
			);
			const kinds = errors.map(({ kind }) => kind);
			expect(kinds).not.toContain('gave-up');
			expect(kinds).not.toContain('deadline');
			const asked = server.seen.filter(({ url }) => url.includes('/releases')).length;
			expect(asked).toBeGreaterThanOrEqual(20);
			expect(asked).toBeLessThan(28);
			expect((await failureOf(releases.all(99))).message).toMatch(
				/^GET \/projects\/99\/releases was not asked: of this endpoint, 20 attempts in a row failed, the first one, GET \/projects\/\d+\/releases, /,
			);
			expect(await projects.show(99)).toEqual(project);
		},
	);

	test('is not given up while it answers now and then', async () => {
		await using server = await serve((response, { url }, count) => {
			if (count % 3 > 0) answer(response, { message: 'Oops' }, { status: 500 });
			else answer(response, { url });
		});
		const { projects } = clientsFor(server.url, { backoffMs: 1, maxFailuresInARow: 3 });
		for (const id of ids(9)) expect(await projects.show(id)).toHaveProperty('url');
	});

	test('says of each call how it failed itself, if it did', async () => {
		await using server = await serve((response, { url }) => {
			answer(response, { message: 'Oops' }, { status: url.includes('/2/') ? 502 : 500 });
		});
		const { releases } = clientsFor(server.url, { backoffMs: 1, maxFailuresInARow: 4 });
		const errors = await Promise.all(ids(3).map((id) => failureOf(releases.all(id))));
		expect(errors.map(({ lasting }) => /answered \d+/.exec(lasting)?.[0])).toEqual(
			[500, 502, 500].map((status) => `answered ${String(status)}`),
		);
	});

	test('is the same for strangers and the token only by name', async () => {
		await using server = await serve((response, { headers }) => {
			if (headers.authorization) answer(response, project);
			else answer(response, { message: 'Oops' }, { status: 500 });
		});
		const { projects, asUser } = clientsFor(server.url, { backoffMs: 1, maxFailuresInARow: 3 });
		await failureOf(projects.show(1));
		expect(await asUser('example-token').show(1)).toEqual(project);
	});
});

describe('a host that GitLab has left', () => {
	test.each([
		{ why: 'cut connections', fail: (response: ServerResponse) => response.socket?.destroy() },
		{ why: 'silence', fail: () => undefined },
	])('with $why is given up, whatever it answered before', async ({ fail }) => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) answer(response, project);
			else fail(response);
		});
		const options = { backoffMs: 5, attemptTimeoutMs: 400 };
		const { projects, releases } = clientsFor(server.url, options);
		await projects.show(1);
		const asking = ids(30).flatMap((id) => [projects.show(id), releases.all(id)]);
		const errors = await Promise.all(asking.map((one) => failureOf(one)));
		expect(errors.filter(({ kind }) => kind === 'gave-up').length).toBeGreaterThan(20);
		expect(server.seen.length).toBeLessThan(30);
	});

	test('to a login page from the start is given up', async () => {
		await using server = await serve(loginPage);
		const { projects } = clientsFor(server.url, { backoffMs: 5 });
		const errors = await Promise.all(ids(30).map((id) => failureOf(projects.show(id))));
		expect(errors.map(({ lastKind }) => lastKind)).toEqual(ids(30).map(() => 'not-gitlab'));
		expect(errors.at(-1)?.kind).toBe('gave-up');
	});
});
