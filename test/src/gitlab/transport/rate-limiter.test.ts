import { describe, expect, test } from 'vitest';
import { toCall } from '#gitlab/transport/call.ts';
import { RateLimiter } from '#gitlab/transport/rate-limiter.ts';
import { withDefaults } from '#gitlab/transport/settings.ts';
import { answer, clientsFor, failureOf, type Seen, serve, unixSeconds } from '../loopback.ts';

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
	test.each([
		{
			why: 'Retry-After in seconds',
			headers: () => ({ 'retry-after': '1' }),
			from: 990,
			to: 1_400,
		},
		{
			why: 'Retry-After as a date',
			headers: () => ({
				'retry-after': new Date(Number(unixSeconds(500)) * 1000).toUTCString(),
			}),
			from: 450,
			to: 1_500,
		},
		{
			why: 'RateLimit-Reset when nothing remains',
			headers: () => ({ 'ratelimit-remaining': '0', 'ratelimit-reset': unixSeconds(500) }),
			from: 450,
			to: 1_500,
		},
		{
			why: 'at most maxWaitMs',
			headers: () => ({ 'retry-after': '3600' }),
			from: 1_490,
			to: 1_900,
		},
		{
			why: 'backoff when unreadable',
			headers: () => ({ 'retry-after': 'soon' }),
			from: 4,
			to: 300,
		},
		{
			why: 'backoff when the reset is over',
			headers: () => ({ 'ratelimit-remaining': '0', 'ratelimit-reset': '1000000000' }),
			from: 4,
			to: 300,
		},
	])('is $why', async ({ headers, from, to }) => {
		await using server = await serve((response, _seen, count) => {
			if (count === 1) answer(response, limited, { status: 503, headers: headers() });
			else answer(response, project);
		});
		await clientsFor(server.url).projects.show(42);
		const [gap = 0] = gapsOf(server.seen);
		expect(gap).toBeGreaterThanOrEqual(from);
		expect(gap).toBeLessThan(to);
	});

	test('grows with every try', async () => {
		await using server = await serve((response) => {
			answer(response, limited, { status: 503 });
		});
		await failureOf(clientsFor(server.url, { backoffMs: 40 }).projects.show(42));
		const gaps = gapsOf(server.seen);
		[40, 80, 160, 320].forEach((longest, index) => {
			expect(gaps[index]).toBeGreaterThanOrEqual(longest / 2 - 2);
		});
	});
});

describe.concurrent('a 429 pauses everyone', () => {
	test('new requests, and those that wait for another try', async () => {
		await using server = await serve((response, { url }, count) => {
			const headers = { 'retry-after': '1' };
			if (count === 1) answer(response, { message: 'Oops' }, { status: 500 });
			else if (count === 2) answer(response, limited, { status: 429, headers });
			else answer(response, { url });
		});
		const { projects } = clientsFor(server.url, { backoffMs: 200 });
		const retried = projects.show(1);
		const paused = projects.show(2);
		await expect.poll(() => server.seen.length).toBe(2);
		await new Promise((done) => setTimeout(done, 50));
		await Promise.all([retried, paused, projects.show(3)]);
		const from = server.seen[1]?.at ?? 0;
		const later = server.seen.slice(2);
		expect(later).toHaveLength(3);
		for (const { at } of later) expect(at - from).toBeGreaterThanOrEqual(990);
	});

	test('also when it was the last try', async () => {
		await using server = await serve((response, { url }) => {
			const headers = { 'retry-after': '1' };
			if (url.endsWith('/1')) answer(response, limited, { status: 429, headers });
			else answer(response, project);
		});
		const { projects } = clientsFor(server.url, { maxWaitMs: 100 });
		await failureOf(projects.show(1));
		await projects.show(2);
		expect(gapsOf(server.seen).at(-1)).toBeGreaterThanOrEqual(95);
	});
});

describe.concurrent('speed', () => {
	test('is the pool’s while much of the limit remains', async () => {
		let open = 0;
		let most = 0;
		await using server = await serve((response) => {
			open += 1;
			most = Math.max(most, open);
			const headers = { 'ratelimit-remaining': '21', 'ratelimit-reset': unixSeconds(30_000) };
			setTimeout(() => {
				open -= 1;
				answer(response, project, { headers });
			}, 30);
		});
		const { projects } = clientsFor(server.url, { concurrency: 3 });
		const start = Date.now();
		await Promise.all(ids(9).map((id) => projects.show(id)));
		expect(most).toBe(3);
		expect(Date.now() - start).toBeLessThan(1_000);
	});

	test('is spread to the reset when little remains', async () => {
		const reset = unixSeconds(1_000);
		let remaining = 5;
		await using server = await serve((response) => {
			remaining -= 1;
			const headers = { 'ratelimit-remaining': String(remaining), 'ratelimit-reset': reset };
			answer(response, project, { headers });
		});
		const { projects } = clientsFor(server.url);
		await projects.show(0);
		await Promise.all(ids(4).map((id) => projects.show(id)));
		const start = server.seen[0]?.at ?? 0;
		const whole = Number(reset) * 1000 - start;
		// Four more requests in that time: five equal gaps, the last one up to the reset. A busy machine
		// makes a request late, and never early.
		for (const [turn, { at }] of server.seen.entries()) {
			expect(at - start).toBeGreaterThanOrEqual((whole / 5) * turn - 30);
			expect(at - start).toBeLessThan((whole / 5) * turn + 5_000);
		}
	});

	test('counts strangers and the token apart', async () => {
		await using server = await serve((response, { headers: { authorization } }) => {
			const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': unixSeconds(60_000) };
			answer(response, project, authorization ? {} : { headers });
		});
		const { projects, asUser } = clientsFor(server.url);
		const start = Date.now();
		await projects.show(1);
		await asUser('example-token').show(2);
		expect(Date.now() - start).toBeLessThan(500);
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
		await using server = await serve((response) => {
			answer(response, project, { headers });
		});
		const { projects } = clientsFor(server.url);
		const start = Date.now();
		for (const id of ids(3)) await projects.show(id);
		expect(Date.now() - start).toBeLessThan(500);
	});

	test('is held up by one that waits for another try only as far as its own slot', async () => {
		await using server = await serve((response, { url }, count) => {
			const headers = { 'retry-after': '1' };
			if (count === 1) answer(response, { message: 'Oops' }, { status: 503, headers });
			else answer(response, { url });
		});
		const { projects } = clientsFor(server.url, { concurrency: 2 });
		const waiting = projects.show(1);
		for (const id of [2, 3]) await projects.show(id);
		expect(server.seen.map(({ url }) => url.at(-1))).toEqual(['1', '2', '3']);
		await waiting;
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
		await using server = await serve((response, _seen, count) => {
			if (count > 1) answer(response, '<html>', { status: 400 });
		});
		const { projects } = clientsFor(server.url, {
			concurrency: 2,
			maxFailuresInARow: 3,
			attemptTimeoutMs: 600,
		});
		const silent = failureOf(projects.show(1));
		const start = Date.now();
		await Promise.all(ids(9).map((id) => failureOf(projects.show(id))));
		expect(Date.now() - start).toBeLessThan(500);
		expect(server.seen.length).toBeLessThanOrEqual(4);
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
		await using server = await serve(() => undefined);
		const { projects } = clientsFor(server.url, { deadlineMs: 200 });
		const start = Date.now();
		const errors = await Promise.all(ids(10).map((id) => failureOf(projects.show(id))));
		expect(Date.now() - start).toBeLessThan(1_000);
		for (const { kind } of errors) expect(kind).toBe('deadline');
		expect(errors[0]?.reason).toBe('the deadline of 0.2 s for all requests has passed');
		expect((await failureOf(projects.show(11))).kind).toBe('deadline');
		expect(server.seen).toHaveLength(8);
	});

	test('ends at once a wait that would pass it, with the failure it is for', async () => {
		await using server = await serve((response) => {
			const headers = { 'retry-after': '60', 'x-request-id': '01ABC' };
			answer(response, limited, { status: 429, headers });
		});
		const { projects } = clientsFor(server.url, { deadlineMs: 5_000, maxWaitMs: 60_000 });
		const start = Date.now();
		const error = await failureOf(projects.show(1));
		expect(error).toMatchObject({ kind: 'deadline', status: 429, requestId: '01ABC' });
		expect(error.message).toBe(
			'GET /projects/1 answered 429: "429 Too Many Requests", and waiting 60 s would pass ' +
				'the deadline of 5 s for all requests (request id 01ABC).',
		);
		const paused = await failureOf(projects.show(2));
		expect(paused).toMatchObject({ kind: 'deadline', status: null, requestId: null });
		expect(paused.message).toMatch(/was not asked: the host wants a pause: it answered 429/);
		expect(Date.now() - start).toBeLessThan(1_000);
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
	const usedUp = (ms: number) => ({
		'ratelimit-remaining': '0',
		'ratelimit-reset': unixSeconds(ms),
	});

	test.each([
		{ why: 'the answer that takes the last of it', status: 200, headers: {} },
		{ why: 'a refusal', status: 429, headers: { 'retry-after': '30' } },
	])('are used up apart: those of files leave the others, by $why', async ({ status, headers }) => {
		await using server = await serve((response, seen) => {
			const reset = unixSeconds(30_000);
			if (isFile(seen)) {
				const told = { ...ofFiles, ...usedUp(30_000), ...headers, 'x-gitlab-size': '2' };
				answer(response, status === 200 ? 'go' : limited, { status, headers: told });
			} else answer(response, project, { headers: { ...general, 'ratelimit-reset': reset } });
		});
		const { projects, files } = clientsFor(server.url, { maxWaitMs: 60_000 });
		await projects.show(0);
		const reading = ids(5).map((id) => files.showRaw(id, 'go.mod', 'main').catch(() => undefined));
		await expect.poll(() => server.seen.filter(isFile).length).toBeGreaterThan(0);
		await Promise.all(ids(20).map((id) => projects.show(id)));
		expect(server.seen.filter((seen) => !isFile(seen))).toHaveLength(21);
		expect(reading).toHaveLength(5);
	});

	test('leave others their turn, also to a call that had taken one before they were known', async () => {
		const limiter = new RateLimiter(withDefaults({ url: 'https://gitlab.example.com' }));
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
		limiter.learn(ofFile, new Headers({ ...ofFiles, ...usedUp(30_000) }));
		await limiter.takeTurn(ofProject);
		expect(started).toBe(false);
	});

	test('hold up what has not been asked yet as the general one does', async () => {
		await using server = await serve((response, _seen, count) => {
			const told = { ...general, ...usedUp(1_000) };
			answer(response, count === 1 ? project : [], { headers: told });
		});
		const { projects, releases } = clientsFor(server.url);
		await projects.show(0);
		await releases.all(1);
		const [first, second] = server.seen;
		expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(900);
	});
});

describe.concurrent('limits by the hour', () => {
	const inAnHour = () => ({
		'ratelimit-remaining': '5',
		'ratelimit-reset': unixSeconds(3_000_000),
	});

	test('are used to their end where they start anew after the deadline', async () => {
		await using server = await serve((response) => {
			answer(response, project, { headers: inAnHour() });
		});
		const { projects } = clientsFor(server.url, { maxWaitMs: 3_600_000 });
		const start = Date.now();
		await projects.show(0);
		await Promise.all(ids(4).map((id) => projects.show(id)));
		expect(Date.now() - start).toBeLessThan(1_500);
	});

	test('are waited for where the deadline allows it, and it is said until when', async () => {
		await using server = await serve((response) => {
			answer(response, limited, { status: 429, headers: { 'retry-after': '1800' } });
		});
		const until: number[] = [];
		const deadlineMs = 7_200_000;
		const onWait = (at: Date) => until.push(at.getTime());
		const { projects } = clientsFor(server.url, { deadlineMs, maxWaitMs: 3_600_000, onWait });
		const start = Date.now();
		void projects.show(0).catch(() => undefined);
		await expect.poll(() => until.length).toBeGreaterThan(0);
		expect((until[0] ?? 0) - start).toBeGreaterThanOrEqual(1_800_000 - 50);
		expect((until[0] ?? 0) - start).toBeLessThan(1_810_000);
		expect(server.seen).toHaveLength(1);
	});
});
