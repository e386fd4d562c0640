import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { toCall } from '#gitlab/transport/call.ts';
import { RateLimiter } from '#gitlab/transport/rate-limiter.ts';
import { withDefaults } from '#gitlab/transport/settings.ts';
import { answer, clientsFor, failureOf, type Seen, serve } from '../loopback.ts';
import { serveByClock, StillClock } from '../still-clock.ts';

const project = { id: 42 };
const limited = { message: '429 Too Many Requests' };

/** Numbers from 1 on, for requests that only differ by their project. */
function ids(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}

function gapsOf(seen: readonly Seen[]): number[] {
	return seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? 0));
}

describe.concurrent('the wait before the next try', () => {
	test.each<{ why: string; headers: (clock: StillClock) => Record<string, string>; ms: number }>([
		{ why: 'Retry-After in seconds', headers: () => ({ 'retry-after': '1' }), ms: 1_000 },
		{
			why: 'Retry-After as a date',
			headers: (clock) => ({ 'retry-after': new Date(clock.now() + 1_000).toUTCString() }),
			ms: 1_000,
		},
		{
			why: 'RateLimit-Reset when nothing remains',
			headers: (clock) => ({
				'ratelimit-remaining': '0',
				'ratelimit-reset': clock.unixSeconds(1_000),
			}),
			ms: 1_000,
		},
		{ why: 'at most maxWaitMs', headers: () => ({ 'retry-after': '3600' }), ms: 1_500 },
	])('is $why', async ({ headers, ms }) => {
		await using server = await serveByClock((response, _seen, count, clock) => {
			if (count === 1) answer(response, limited, { status: 503, headers: headers(clock) });
			else answer(response, project);
		});
		await server.until(server.clients().projects.show(42));
		expect(gapsOf(server.seen)).toEqual([ms]);
	});

	test.each([
		{ why: 'it cannot be read', headers: { 'retry-after': 'soon' } },
		{
			why: 'the reset is over',
			headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '1000000000' },
		},
	])('is one that grows with every try when $why', async ({ headers }) => {
		await using server = await serveByClock((response) => {
			answer(response, limited, { status: 503, headers });
		});
		await server.until(failureOf(server.clients({ backoffMs: 40 }).projects.show(42)));
		const gaps = gapsOf(server.seen);
		expect(gaps).toHaveLength(4);
		[40, 80, 160, 320].forEach((longest, index) => {
			expect(gaps[index]).toBeGreaterThanOrEqual(longest / 2);
			expect(gaps[index]).toBeLessThanOrEqual(longest);
		});
	});
});

describe.concurrent('a 429 pauses everyone', () => {
	test('new requests, and those that wait for another try', async () => {
		await using server = await serveByClock((response, { url }, count) => {
			const headers = { 'retry-after': '1' };
			if (count === 1) answer(response, { message: 'Oops' }, { status: 500 });
			else if (count === 2) answer(response, limited, { status: 429, headers });
			else answer(response, { url });
		});
		const { projects } = server.clients({ backoffMs: 200 });
		const both = [projects.show(1), projects.show(2)];
		await expect.poll(() => server.clock.sleeping).toBe(2);
		await server.until(Promise.all([...both, projects.show(3)]));
		expect(server.seen.slice(2).map(({ at }) => at - server.seen[1]!.at)).toEqual([
			1_000, 1_000, 1_000,
		]);
	});

	test('also when it was the last try', async () => {
		await using server = await serveByClock((response, { url }) => {
			const headers = { 'retry-after': '1' };
			if (url.endsWith('/1')) answer(response, limited, { status: 429, headers });
			else answer(response, project);
		});
		const { projects } = server.clients({ maxWaitMs: 100 });
		await server.until(failureOf(projects.show(1)));
		await server.until(projects.show(2));
		expect(gapsOf(server.seen).at(-1)).toBe(100);
	});
});

describe.concurrent('speed', () => {
	test('is the pool’s while much of the limit remains', async () => {
		let open = 0;
		let most = 0;
		await using server = await serveByClock((response, _seen, _count, clock) => {
			open += 1;
			most = Math.max(most, open);
			const headers = { 'ratelimit-remaining': '21', 'ratelimit-reset': clock.unixSeconds(30_000) };
			setTimeout(() => {
				open -= 1;
				answer(response, project, { headers });
			}, 30);
		});
		const { projects } = server.clients({ concurrency: 3 });
		await server.until(Promise.all(ids(9).map((id) => projects.show(id))));
		expect(most).toBe(3);
		expect(server.passed()).toBe(0);
	});

	test('is spread to the reset when little remains', async () => {
		await using server = await serveByClock((response, _seen, count, clock) => {
			const remaining = String(5 - count);
			const reset = clock.unixSeconds(1_000 - server.passed());
			answer(response, project, {
				headers: { 'ratelimit-remaining': remaining, 'ratelimit-reset': reset },
			});
		});
		const { projects } = server.clients();
		await server.until(projects.show(0));
		await server.until(Promise.all(ids(4).map((id) => projects.show(id))));
		// Four more requests in that time: five equal gaps, the last one up to the reset.
		expect(gapsOf(server.seen)).toEqual([200, 200, 200, 200]);
	});

	test('counts strangers and the token apart', async () => {
		await using server = await serveByClock(
			(response, { headers: { authorization } }, _, clock) => {
				const reset = clock.unixSeconds(60_000);
				const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': reset };
				answer(response, project, authorization ? {} : { headers });
			},
		);
		const { projects, asUser } = server.clients();
		await server.until(projects.show(1));
		await server.until(asUser('example-token').show(2));
		expect(server.passed()).toBe(0);
	});

	test.each([
		{ why: 'is over', headers: { 'ratelimit-remaining': '1', 'ratelimit-reset': '1000000000' } },
		{ why: 'is no time', headers: { 'ratelimit-remaining': '1', 'ratelimit-reset': 'soon' } },
		{ why: 'is not told', headers: { 'ratelimit-remaining': '1' } },
		{
			why: 'is in milliseconds',
			headers: { 'ratelimit-remaining': '1', 'ratelimit-reset': '9e12' },
		},
	])('is full when the reset $why', async ({ headers }) => {
		await using server = await serveByClock((response) => {
			answer(response, project, { headers });
		});
		const { projects } = server.clients();
		for (const id of ids(3)) await server.until(projects.show(id));
		expect(server.passed()).toBe(0);
	});

	test('is held up by one that waits for another try only as far as its own slot', async () => {
		await using server = await serveByClock((response, { url }, count) => {
			const headers = { 'retry-after': '1' };
			if (count === 1) answer(response, { message: 'Oops' }, { status: 503, headers });
			else answer(response, { url });
		});
		const { projects } = server.clients({ concurrency: 2 });
		const waiting = projects.show(1);
		// Time stands still, so that it waits on.
		for (const id of [2, 3]) await projects.show(id);
		expect(server.seen.map(({ url }) => url.at(-1))).toEqual(['1', '2', '3']);
		await server.until(waiting);
		expect(server.passed()).toBe(1_000);
	});
});

test('an address that keeps failing does not keep others from their answers', async () => {
	await using server = await serve((response, { url }) => {
		if (/projects\/\d$/.test(url)) answer(response, { message: 'Oops' }, { status: 500 });
		else answer(response, project);
	});
	const { projects } = clientsFor(server.url);
	const failing = ids(9).map((id) => projects.show(id));
	const failed = Promise.all(failing.map((one) => failureOf(one)));
	const shown = await Promise.all(ids(60).map((id) => projects.show(id + 100)));
	expect(shown).toHaveLength(60);
	expect((await failed).every(({ kind }) => kind === 'status' || kind === 'gave-up')).toBe(true);
});

test('a host that fails every first try is asked again, and not given up', async () => {
	const tried = new Set<string>();
	await using server = await serve((response, { url }) => {
		if (tried.has(url)) answer(response, project);
		else answer(response, { message: 'Oops' }, { status: 503 });
		tried.add(url);
	});
	const { projects } = clientsFor(server.url);
	const shown = await Promise.all(ids(60).map((id) => projects.show(id)));
	expect(shown).toHaveLength(60);
	expect(server.seen).toHaveLength(120);
});

describe.concurrent('a host that only fails', () => {
	test('is left alone after so many attempts; who waits is told at once', async () => {
		await using server = await serve((response) => response.socket?.destroy());
		const { projects } = clientsFor(server.url, { backoffMs: 5, maxFailuresInARow: 20 });
		const errors = await Promise.all(ids(60).map((id) => failureOf(projects.show(id))));
		// Those that were under way with the last one end as well.
		expect(server.seen.length).toBeGreaterThanOrEqual(20);
		expect(server.seen.length).toBeLessThan(28);
		const asked = server.seen.length;
		const late = await failureOf(projects.show(99));
		expect(late).toMatchObject({ kind: 'gave-up', status: null });
		expect(late.message).toMatch(
			/^GET \/projects\/99 was given up: 20 attempts in a row failed, the first one, GET \/projects\/\d+, got no answer: 127\.0\.0\.1:\d+ closed the connection/,
		);
		expect(errors.filter(({ kind }) => kind === 'gave-up').length).toBeGreaterThan(30);
		expect(server.seen).toHaveLength(asked);
	});

	test('does not hold those who wait behind its silence', async () => {
		const held: ServerResponse[] = [];
		await using server = await serve((response, _seen, count) => {
			if (count > 1) answer(response, '<html>', { status: 400 });
			else held.push(response);
		});
		const options = { concurrency: 2, maxFailuresInARow: 3, attemptTimeoutMs: 60_000 };
		const { projects } = clientsFor(server.url, options);
		const silent = failureOf(projects.show(1));
		await Promise.race([
			Promise.all(ids(9).map((id) => failureOf(projects.show(id)))),
			silent.then(() => expect.unreachable()),
		]);
		expect(server.seen.length).toBeLessThanOrEqual(4);
		held[0]?.destroy();
		expect((await silent).kind).toBe('gave-up');
	});

	test('is not one that answers now and then, if only with a 404', async () => {
		await using server = await serve((response, _seen, count) => {
			const status = count % 3 === 0 ? 404 : 500;
			answer(response, { message: 'No' }, { status });
		});
		const { projects } = clientsFor(server.url, { backoffMs: 1, maxFailuresInARow: 3 });
		for (const id of ids(6)) expect((await failureOf(projects.show(id))).status).toBe(404);
	});
});

describe.concurrent('the deadline', () => {
	test('ends a try under way, and all that is asked later', async () => {
		await using server = await serveByClock((_response, _seen, count, clock) => {
			if (count === 8) clock.goTo(clock.now() + 1_000);
		});
		const { projects } = server.clients({ deadlineMs: 1_000 });
		const errors = await Promise.all(ids(10).map((id) => failureOf(projects.show(id))));
		for (const { kind } of errors) expect(kind).toBe('deadline');
		expect(errors[0]?.reason).toBe('the deadline of 1 s for all requests has passed');
		expect((await failureOf(projects.show(11))).kind).toBe('deadline');
		expect(server.seen).toHaveLength(8);
	});

	test('ends at once a wait that would pass it, with the failure it is for', async () => {
		await using server = await serveByClock((response) => {
			const headers = { 'retry-after': '60', 'x-request-id': '01ABC' };
			answer(response, limited, { status: 429, headers });
		});
		const { projects } = server.clients({ deadlineMs: 5_000, maxWaitMs: 60_000 });
		const error = await failureOf(projects.show(1));
		expect(error).toMatchObject({ kind: 'deadline', status: 429 });
		expect(error.message).toBe(
			'GET /projects/1 answered 429: "429 Too Many Requests", and waiting 60 s would pass ' +
				'the deadline of 5 s for all requests (request id 01ABC).',
		);
		const paused = await failureOf(projects.show(2));
		expect(error.lastKind).toBe('status');
		expect(paused).toMatchObject({ kind: 'deadline', status: null });
		expect(paused.message).not.toContain('request id');
		expect(paused.lastKind, 'it is not about this request').toBe('deadline');
		expect(paused.message).toMatch(/was not asked: the host wants a pause: it answered 429/);
		expect(server.seen).toHaveLength(1);
	});
});

describe.concurrent('limits that GitLab names', () => {
	const general = {
		'ratelimit-name': 'throttle_unauthenticated_api',
		'ratelimit-remaining': '400',
	};
	const ofFiles = { 'ratelimit-name': 'throttle_unauthenticated_files_api' };
	const isFile = ({ url }: Seen) => url.includes('/files/');
	const usedUp = (clock: StillClock, ms: number) => ({
		'ratelimit-remaining': '0',
		'ratelimit-reset': clock.unixSeconds(ms),
	});

	test.each([
		{ why: 'the answer that takes the last of it', status: 200, headers: {} },
		{ why: 'a refusal', status: 429, headers: { 'retry-after': '30' } },
	])('are used up apart: those of files leave the others, by $why', async ({ status, headers }) => {
		await using server = await serveByClock((response, seen, _count, clock) => {
			if (isFile(seen)) {
				const told = { ...ofFiles, ...usedUp(clock, 30_000), ...headers, 'x-gitlab-size': '2' };
				answer(response, status === 200 ? 'go' : limited, { status, headers: told });
				return;
			}
			const reset = clock.unixSeconds(30_000);
			answer(response, project, { headers: { ...general, 'ratelimit-reset': reset } });
		});
		const { projects, files } = server.clients({ maxWaitMs: 60_000 });
		await projects.show(0);
		void Promise.allSettled(ids(5).map((id) => files.showRaw(id, 'go.mod', 'main')));
		await expect.poll(() => server.seen.filter(isFile).length).toBeGreaterThan(0);
		// Time stands still: who had to wait would wait for ever.
		await Promise.all(ids(20).map((id) => projects.show(id)));
		expect(server.seen.filter((seen) => !isFile(seen))).toHaveLength(21);
	});

	test('leave others their turn, also to a call that had taken one before they were known', async () => {
		const clock = new StillClock();
		const limiter = new RateLimiter(withDefaults({ url: 'https://gitlab.example.com', clock }));
		const callOf = (endpoint: string) =>
			toCall('https://gitlab.example.com/api/v4/', endpoint, '', {
				method: 'GET',
				authorization: null,
				body: null,
				onAttempt: () => undefined,
			});
		const [ofProject, ofFile] = [callOf('projects/1'), callOf('projects/1/repository/files/a/raw')];
		limiter.learn(ofProject, new Headers(general));
		let started = false;
		void limiter.takeTurn(ofFile).then(() => (started = true));
		limiter.learn(ofFile, new Headers({ ...ofFiles, ...usedUp(clock, 30_000) }));
		await limiter.takeTurn(ofProject);
		expect(started).toBe(false);
	});

	test('hold up what has not been asked yet as the general one does', async () => {
		await using server = await serveByClock((response, _seen, count, clock) => {
			const told = { ...general, ...usedUp(clock, 1_000) };
			answer(response, count === 1 ? project : [], { headers: told });
		});
		const { projects, releases } = server.clients();
		await projects.show(0);
		await server.until(releases.all(1));
		expect(gapsOf(server.seen)).toEqual([1_000]);
	});
});

describe.concurrent('limits by the hour', () => {
	test('are used to their end where they start anew after the deadline', async () => {
		await using server = await serveByClock((response, _seen, _count, clock) => {
			const reset = clock.unixSeconds(3_000_000);
			answer(response, project, {
				headers: { 'ratelimit-remaining': '5', 'ratelimit-reset': reset },
			});
		});
		const { projects } = server.clients({ maxWaitMs: 3_600_000 });
		await server.until(projects.show(0));
		await server.until(Promise.all(ids(4).map((id) => projects.show(id))));
		expect(server.passed()).toBe(0);
	});

	test('are waited for where the deadline allows it, and it is said until when', async () => {
		await using server = await serveByClock((response, _seen, count) => {
			const headers = { 'retry-after': '1800' };
			if (count > 1) answer(response, project);
			else answer(response, limited, { status: 429, headers });
		});
		const until: number[] = [];
		const onWait = (at: Date) => until.push(at.getTime());
		const options = { deadlineMs: 7_200_000, maxWaitMs: 3_600_000, onWait };
		await server.until(server.clients(options).projects.show(0));
		expect(gapsOf(server.seen)).toEqual([1_800_000]);
		expect(new Set(until)).toEqual(new Set([server.seen[1]?.at]));
	});
});
