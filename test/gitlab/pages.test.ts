import { describe, expect, test } from 'vitest';
import { ask, fieldOf, serve } from './ask.ts';
import { aWorldIssue } from './small-world.ts';

const issues = (count: number) =>
	Array.from({ length: count }, (_, index) => aWorldIssue({ iid: index + 1, id: index + 1 }));
const list = 'groups/platform/issues?sort=asc';
const ofProject = 'projects/platform%2Fbilling-api/issues?sort=asc';

describe('a list comes in numbered pages', () => {
	test.each([
		{ query: '', rows: 20, why: 'twenty by default' },
		{ query: '&per_page=7', rows: 7, why: 'as many as asked for' },
		{ query: '&per_page=500', rows: 100, why: 'a hundred at most' },
		{ query: '&page=3&per_page=100', rows: 0, why: 'nothing after the last page' },
	])('$rows rows for "$query": $why', async ({ query, rows }) => {
		const answer = await ask(await serve({ issues: issues(120) }), list + query);
		expect(answer.json).toHaveLength(rows);
	});

	test('that lead from one to the next', async () => {
		const gitlab = await serve({ issues: issues(45) });
		const { headers } = await ask(gitlab, `${list}&page=2`);
		expect(Object.fromEntries(headers)).toMatchObject({
			'x-page': '2',
			'x-per-page': '20',
			'x-next-page': '3',
			'x-prev-page': '1',
			'x-total': '45',
			'x-total-pages': '3',
		});
		const link = headers.get('link') ?? '';
		const next = /<([^>]*)>; rel="next"/.exec(link)?.[1] ?? '';
		expect(next.startsWith(`${gitlab.url}/api/v4/groups/platform/issues?`)).toBe(true);
		expect(link.match(/rel="\w+"/g)).toEqual([
			'rel="prev"',
			'rel="next"',
			'rel="first"',
			'rel="last"',
		]);
		const last = await fetch(next);
		expect(last.headers.get('x-next-page')).toBe('');
		expect(last.headers.get('link')).not.toContain('rel="next"');
	});

	test.each(['per_page=0', 'per_page=-1', 'per_page=many', 'page=x'])(
		'not for %s',
		async (query) => {
			const answer = await ask(await serve(), `${list}&${query}`);
			expect(answer.status).toBe(400);
			expect(answer.json).toHaveProperty('error');
		},
	);

	test('without totals beyond ten thousand rows', async () => {
		const { headers } = await ask(await serve({ issues: issues(10_001) }), list);
		expect(headers.get('x-total')).toBeNull();
		expect(headers.get('x-next-page')).toBe('2');
		expect(headers.get('link')).not.toContain('rel="last"');
	});

	test('up to row 50,000 where there is another way', async () => {
		const gitlab = await serve();
		expect((await ask(gitlab, `${ofProject}&per_page=100&page=501`)).status).toBe(405);
		expect((await ask(gitlab, `${ofProject}&per_page=100&page=500`)).status).toBe(200);
		expect((await ask(gitlab, `${list}&per_page=100&page=501`)).status).toBe(200);
	});
});

describe('keyset pages', () => {
	test('are led through by their links alone', async () => {
		const gitlab = await serve({ issues: issues(5) });
		const first = await ask(gitlab, `${ofProject}&pagination=keyset&per_page=3`);
		expect(fieldOf(first, 'iid')).toEqual([1, 2, 3]);
		expect(first.headers.get('x-next-page')).toBeNull();
		const next = /<([^>]*)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
		const second = await fetch(next);
		expect(await second.json()).toHaveLength(2);
		expect(second.headers.get('link')).toBeNull();
	});

	test('are refused where GitLab has none', async () => {
		const answer = await ask(await serve(), `${list}&pagination=keyset`);
		expect(answer.status).toBe(405);
	});
});
