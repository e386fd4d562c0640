import { expect, test } from 'vitest';
import { createRequester } from '#gitlab/transport/requester.ts';
import type { TracedRequest } from '#gitlab/transport/trace.ts';
import { answer, clientsFor, quick, serve } from '../loopback.ts';
import { serveByClock, StillClock } from '../still-clock.ts';

const query = {
	query: 'query($n: Int!) { projects(first: $n) { nodes { name } } }',
	variables: { n: 1 },
};
const nothing = () => undefined;

test('a query is sent below the path of the instance, and never with the token', async () => {
	await using server = await serve((response) => {
		answer(response, { data: { name: 'glpat-secret' } });
	});
	const url = `${server.url}/gitlab`;
	const requester = createRequester({ url, ...quick, token: 'glpat-secret' });
	const addresses: string[] = [];
	const body = await requester.graphql(query, ({ href }) => addresses.push(href));
	expect(body).toEqual({ data: { name: '[token]' } });
	expect(addresses).toEqual([`${url}/api/graphql`]);
	expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/gitlab/api/graphql' });
	expect(server.seen[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
	expect(server.seen[0]?.headers.authorization).toBeUndefined();
});

test('silence is no answer, after the time of one attempt', async () => {
	await using server = await serve(nothing);
	const requester = createRequester({ url: server.url, ...quick, attemptTimeoutMs: 50 });
	expect(await requester.graphql(query, nothing)).toBeUndefined();
	expect(server.seen).toHaveLength(1);
});

test('silence takes no more than a part of the deadline', async () => {
	await using server = await serve(nothing);
	const asked: TracedRequest[] = [];
	const { requester } = clientsFor(server.url, {
		deadlineMs: 800,
		clock: new StillClock(),
		onRequest: (request) => asked.push(request),
	});
	expect(await requester.graphql(query, nothing)).toBeUndefined();
	expect(asked).toMatchObject([{ failure: 'it took longer than 0.2 s' }]);
});

test.each([
	{ why: 'that was refused', status: 403 },
	{ why: 'that worked', status: 200 },
])('the rate limit of a query $why does not hold up others', async ({ status }) => {
	await using server = await serveByClock((response, { url }, _count, clock) => {
		const headers = { 'ratelimit-remaining': '0', 'ratelimit-reset': clock.unixSeconds(60_000) };
		answer(response, { id: 42 }, url.includes('graphql') ? { status, headers } : {});
	});
	const { requester, projects } = server.clients({ maxWaitMs: 60_000 });
	await server.until(requester.graphql(query, nothing));
	expect(await server.until(projects.show(42))).toEqual({ id: 42 });
	expect(server.passed()).toBe(0);
});

test('failed queries are no reason to give up, nor to wait', async () => {
	await using server = await serve((response, { url }) => {
		if (!url.includes('graphql')) answer(response, { id: 42 });
		else answer(response, { message: 'No' }, { status: 429, headers: { 'retry-after': '60' } });
	});
	const { requester, projects } = clientsFor(server.url, { maxFailuresInARow: 2 });
	for (let times = 0; times < 3; times += 1) {
		expect(await requester.graphql(query, nothing)).toBeUndefined();
	}
	expect(await projects.show(42)).toEqual({ id: 42 });
	expect(server.seen).toHaveLength(4);
});

test('a host that was given up is not asked', async () => {
	await using server = await serve((response) => response.socket?.destroy());
	const { requester, projects } = clientsFor(server.url, { maxFailuresInARow: 1 });
	await expect(projects.show(42)).rejects.toThrow('given up');
	const asked = server.seen.length;
	expect(await requester.graphql(query, nothing)).toBeUndefined();
	expect(server.seen).toHaveLength(asked);
});
