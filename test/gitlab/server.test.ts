import { describe, expect, test } from 'vitest';
import { ask, serve } from './ask.ts';
import type { Fault } from './faults.ts';
import { smallToken } from './small-world.ts';

const project = 'projects/platform%2Fbilling-api';

describe('faults', () => {
	test.each<{ fault: Fault; why: string }>([
		{ fault: 'reset', why: 'nothing comes' },
		{ fault: 'cut', why: 'half of the body comes' },
	])('$fault breaks the connection: $why', async ({ fault }) => {
		const gitlab = await serve();
		gitlab.fault(/billing-api/, fault, 1);
		await expect(ask(gitlab, project)).rejects.toThrow();
		expect((await ask(gitlab, project)).status).toBe(200);
		expect(gitlab.requests.map(({ status }) => status)).toEqual([0, 200]);
	});

	test.each<Fault>(['hang', 'stall'])('%s never ends', async (fault) => {
		const gitlab = await serve();
		gitlab.fault(/./, fault);
		const signal = AbortSignal.timeout(50);
		await expect(ask(gitlab, project, { signal })).rejects.toThrow('timeout');
	});

	test.each<{ fault: Fault; status: number; type: string; body: RegExp }>([
		{ fault: 'empty', status: 200, type: 'application/json', body: /^$/ },
		{ fault: 'html', status: 200, type: 'text/html; charset=utf-8', body: /Sign in/ },
		{ fault: { status: 503 }, status: 503, type: 'application/json', body: /503/ },
		{ fault: { status: 502 }, status: 502, type: 'text/html; charset=utf-8', body: /502/ },
		{ fault: { status: 429 }, status: 429, type: 'text/plain', body: /Retry later/ },
		{
			fault: { status: 500, body: { message: 'x' } },
			status: 500,
			type: 'application/json',
			body: /^{"message":"x"}$/,
		},
	])('$fault is an answer', async ({ fault, status, type, body }) => {
		const gitlab = await serve();
		gitlab.fault((path) => path.endsWith('/user'), fault);
		const response = await fetch(`${gitlab.url}/api/v4/user`);
		expect(response.status).toBe(status);
		expect(response.headers.get('content-type')).toBe(type);
		expect(await response.text()).toMatch(body);
		gitlab.clearFaults();
		expect((await ask(gitlab, 'user')).status).toBe(401);
	});

	test('short cuts the body and says nothing of it', async () => {
		const gitlab = await serve();
		gitlab.fault(/billing/, 'short');
		const text = await (await fetch(`${gitlab.url}/api/v4/${project}`)).text();
		expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
	});
});

describe('the rate limit', () => {
	test('is in the headers of every answer', async () => {
		const { headers } = await ask(await serve(), 'nothing');
		expect(Number(headers.get('ratelimit-remaining'))).toBeGreaterThan(20);
		expect(headers.get('x-request-id')).toMatch(/^\w{26}$/);
	});

	test('refuses what is too much, for each caller', async () => {
		const gitlab = await serve({ rateLimit: { limit: 2, windowMs: 60_000 } });
		const statuses = [];
		for (let round = 0; round < 3; round += 1) statuses.push((await ask(gitlab, project)).status);
		expect(statuses).toEqual([200, 200, 429]);
		const refused = await ask(gitlab, project);
		expect(refused.text).toBe('Retry later\n');
		expect(refused.headers.get('retry-after')).toBe('60');
		expect(refused.headers.get('ratelimit-remaining')).toBe('0');
		expect((await ask(gitlab, project, { token: smallToken })).status).toBe(200);
	});
});

describe('paths', () => {
	test.each([
		{ path: '/api/v4/nothing', status: 404, type: 'application/json' },
		{ path: '/api/v4', status: 404, type: 'application/json' },
		{ path: '/platform/billing-api', status: 404, type: 'text/html; charset=utf-8' },
		{ path: '/', status: 404, type: 'text/html; charset=utf-8' },
		{ path: '/api/v4/projects/%zz', status: 400, type: 'application/json' },
	])('$path: $status $type', async ({ path, status, type }) => {
		const response = await fetch((await serve()).url + path);
		expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
		await response.text();
	});

	test('are below the prefix, and recorded decoded', async () => {
		const gitlab = await serve({}, { prefix: '/gitlab' });
		expect((await ask(gitlab, `${project}/issues?labels=group%3A%3Aplatform`)).status).toBe(200);
		expect((await fetch(gitlab.url.replace('/gitlab', '/api/v4/user'))).status).toBe(404);
		expect(gitlab.requests[0]).toEqual({
			method: 'GET',
			path: '/gitlab/api/v4/projects/platform/billing-api/issues?labels=group::platform',
			token: null,
			status: 200,
		});
	});
});
