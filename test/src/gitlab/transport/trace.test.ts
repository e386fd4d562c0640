import { expect, test } from 'vitest';
import type { TracedRequest } from '#gitlab/transport/trace.ts';
import { answer, clientsFor, failureOf, serve } from '../loopback.ts';

function traced(url: string) {
	const requests: TracedRequest[] = [];
	const onRequest = (request: TracedRequest) => requests.push(request);
	return { requests, ...clientsFor(url, { onRequest, token: 'example-token' }) };
}

test('each try of a request is told, with what came of it and how long it waited', async () => {
	await using server = await serve((response, _seen, count) => {
		const [body, status] = count === 1 ? [{ message: 'Oops' }, 500] : [{ id: 1 }, 200];
		// Less than half a millisecond is told as none.
		setTimeout(() => {
			answer(response, body, { status });
		}, 5);
	});
	const { requests, projects } = traced(server.url);
	await projects.show(1);
	expect(requests).toMatchObject([
		{ method: 'GET', path: '/projects/1', status: 500, try: 1 },
		{ method: 'GET', path: '/projects/1', status: 200, try: 2 },
	]);
	// The pause before another try.
	expect(requests[1]!.waitedSeconds).toBeGreaterThan(0);
	for (const { seconds } of requests) expect(seconds).toBeGreaterThan(0);
});

test('a request without an answer says why', async () => {
	await using server = await serve((response) => response.socket?.destroy());
	const { requests, projects } = traced(server.url);
	await failureOf(projects.show(1));
	expect(requests.length).toBeGreaterThan(1);
	expect(requests[0]!.status).toBeNull();
	expect(requests[0]!.failure).toContain('closed the connection');
});

test('nothing secret is told: no token, and no query of where a redirect leads', async () => {
	await using server = await serve((response, { url }) => {
		if (url.includes('signature')) answer(response, { id: 1 });
		else
			answer(response, '', {
				status: 302,
				headers: { location: '/api/v4/elsewhere?signature=secret' },
			});
	});
	const { requests, asUser } = traced(server.url);
	await asUser('example-token').show('example-token');
	expect(requests.map(({ path }) => path)).toEqual([
		'/projects/[token]',
		`${server.url}/api/v4/elsewhere`,
	]);
	expect(JSON.stringify(requests)).not.toMatch(/example-token|secret/);
});

test('a query over GraphQL is a request like any other', async () => {
	await using server = await serve((response) => {
		answer(response, { data: {} });
	});
	const { requests, requester } = traced(server.url);
	await requester.graphql({ query: '{ a }', variables: {} }, () => undefined);
	expect(requests).toMatchObject([{ method: 'POST', path: '/graphql', status: 200, try: 1 }]);
});
