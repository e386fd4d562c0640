import { describe, expect, test } from 'vitest';
import { answer, clientsFor, serve } from '../loopback.ts';

const project = { id: 42 };
const limited = { message: { error: 'This endpoint has been requested too many times.' } };

/** Numbers from 1 on, for requests that only differ by their project. */
function ids(count: number): number[] {
	return Array.from({ length: count }, (_, index) => index + 1);
}

describe('a 429 that says not how long', () => {
	const limits: { why: string; headers: Record<string, string> }[] = [
		{ why: 'nothing', headers: {} },
		{ why: 'words that are no time', headers: { 'retry-after': 'soon' } },
		{
			why: "an endpoint's own limit, though it has Retry-After",
			headers: { 'retry-after': '1', 'ratelimit-remaining': '400' },
		},
	];

	test.each(limits)('holds up its endpoint alone: $why', async ({ headers }) => {
		await using server = await serve((response, { url }, count) => {
			if (count === 1) answer(response, limited, { status: 429, headers });
			else answer(response, url.includes('/releases') ? [] : project);
		});
		const options = { maxWaitMs: 1_000, concurrency: 2 };
		const { projects, releases } = clientsFor(server.url, options);
		const waiting = Promise.all(ids(30).map((id) => releases.all(id)));
		await expect.poll(() => server.seen.length).toBeGreaterThan(0);
		const shown = Promise.all(ids(30).map((id) => projects.show(id)));
		await Promise.race([shown, waiting.then(() => expect.unreachable())]);
		expect(await waiting).toHaveLength(30);
		const [first, , ...later] = server.seen.filter(({ url }) => url.includes('/releases'));
		for (const { at } of later) expect(at - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
	});

	test('is no failure: who asks again is answered, however often', async () => {
		await using server = await serve((response, _seen, count) => {
			if (count <= 30) answer(response, limited, { status: 429 });
			else answer(response, project);
		});
		const { projects } = clientsFor(server.url, { maxWaitMs: 20, maxFailuresInARow: 5 });
		const shown = await Promise.all(ids(15).map((id) => projects.show(id)));
		expect(shown).toHaveLength(15);
	});

	test('of strangers holds up nothing that is asked with the token', async () => {
		await using server = await serve((response, { headers: { authorization } }) => {
			const headers = { 'retry-after': '30', 'ratelimit-remaining': '0' };
			if (authorization) answer(response, project);
			else answer(response, limited, { status: 429, headers });
		});
		const { projects, asUser } = clientsFor(server.url, { maxWaitMs: 60_000 });
		const waiting = ids(20).map((id) => projects.show(id).catch(() => undefined));
		await expect.poll(() => server.seen.length).toBeGreaterThan(0);
		await Promise.race([
			Promise.all(ids(5).map((id) => asUser('example-token').show(id))),
			...waiting.map((one) => one.then(() => expect.unreachable())),
		]);
	});
});
