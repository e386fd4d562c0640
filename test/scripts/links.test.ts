import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findExternalLinks } from '../../scripts/external-links.ts';
import { checkLinks, type Found } from '../../scripts/link-check.ts';
import { renderFindings } from '../../scripts/link-report.ts';
import { links as command } from '../../scripts/links.ts';
import { serve, type Handler } from '../src/gitlab/loopback.ts';
import { call } from './call.ts';

const outside = 'https://example.com';

describe('the addresses of a page', () => {
	const find = (html: string) =>
		findExternalLinks(new Map([['/', html]]), 'https://pages.example.com/team').map(
			({ address }) => address,
		);

	test.each([
		{ why: 'a link', html: `<a href="${outside}/a">`, found: [`${outside}/a`] },
		{
			why: 'signs that HTML writes otherwise',
			html: `<a title="a > b" href='${outside}/?a=1&amp;b=%20'>`,
			found: [`${outside}/?a=1&b=%20`],
		},
		{
			why: 'another part of a page is another address',
			html: `<a href="${outside}/#a"><a href="${outside}/#b">`,
			found: [`${outside}/#a`, `${outside}/#b`],
		},
		{ why: 'a page of the site', html: '<a href="/team/"><a href="#part"><a href="">', found: [] },
		{
			why: 'a page of the site by its whole address',
			html: '<a href="https://pages.example.com/team/jobs/"><a href="https://pages.example.com/teams/">',
			found: ['https://pages.example.com/teams/'],
		},
		{
			why: 'no address of the web',
			html: '<a href="mailto:ada@example.com"><a href="https://">',
			found: [],
		},
		{
			why: 'a link that is only written about',
			html: `<!-- <a href="${outside}/"> -->${outside}`,
			found: [],
		},
	])('$why', ({ html, found }) => {
		expect(find(html)).toEqual(found);
	});

	test('come in one order, each once, with the pages that hold it', () => {
		const [a, b] = [`<a href="${outside}/a">`, `<a href="${outside}/b">`];
		const pages = new Map([
			['/second/', b + a + a],
			['/first/', b],
		]);
		expect(findExternalLinks(pages)).toEqual([
			{ address: `${outside}/a`, pages: ['/second/'] },
			{ address: `${outside}/b`, pages: ['/first/', '/second/'] },
		]);
	});
});

afterEach(() => {
	vi.unstubAllEnvs();
});

const options = { timeoutMs: 20_000, concurrency: 3 };

/** Answers by path: `/301/new` leads to `/new`. */
const web: Handler = (response, { method, url }) => {
	const [, status = '', ...place] = url.split('/');
	if (url === '/silent') return;
	if (url === '/head-is-refused' || url === '/head-is-wrong') {
		const refusal = url === '/head-is-wrong' ? 404 : 405;
		response.writeHead(method === 'HEAD' ? refusal : 200).end();
	} else if (/^30\d$/.test(status)) {
		response.writeHead(Number(status), { location: `/${place.join('/')}` }).end();
	} else response.writeHead(/^\d+$/.test(status) ? Number(status) : 200).end();
};

describe('an address is', () => {
	test.each<{ why: string; path: string; found: Found }>([
		{ why: 'fine when it answers', path: '/page', found: { state: 'fine' } },
		{ why: 'fine when only HEAD is refused', path: '/head-is-refused', found: { state: 'fine' } },
		{ why: 'fine when only HEAD finds nothing', path: '/head-is-wrong', found: { state: 'fine' } },
		{ why: 'gone', path: '/404', found: { state: 'gone', why: 'HTTP 404' } },
		{ why: 'gone for good', path: '/410', found: { state: 'gone', why: 'HTTP 410' } },
		{
			why: 'gone when it leads nowhere',
			path: '/301/404',
			found: { state: 'gone', why: 'HTTP 404' },
		},
		{ why: 'moved, over two steps', path: '/301/302/new', found: { state: 'moved', to: '/new' } },
		{
			why: 'moved, and its part with it',
			path: '/308/new#part',
			found: { state: 'moved', to: '/new#part' },
		},
		{ why: 'for members: 401', path: '/401', found: { state: 'sign-in', why: 'HTTP 401' } },
		{ why: 'for members: 403', path: '/403', found: { state: 'sign-in', why: 'HTTP 403' } },
		{
			why: 'for members: it leads to a login page',
			path: '/302/users/sign_in',
			found: { state: 'sign-in', why: 'it leads to 127.0.0.1/users/sign_in' },
		},
		{
			why: 'unknown when the server fails',
			path: '/503',
			found: { state: 'unknown', why: 'HTTP 503' },
		},
		{
			why: 'unknown when we asked too often',
			path: '/429',
			found: { state: 'unknown', why: 'HTTP 429' },
		},
	])('$why', async ({ path, found }) => {
		await using server = await serve(web);
		const all = await checkLinks([server.url + path], options);
		const expected = found.state === 'moved' ? { ...found, to: server.url + found.to } : found;
		expect(all.get(server.url + path)).toEqual(expected);
	});

	test('unknown when nothing comes', async () => {
		await using server = await serve(web);
		const address = `${server.url}/silent`;
		const found = await checkLinks([address], { ...options, timeoutMs: 200 });
		expect(found.get(address)).toEqual({ state: 'unknown', why: 'no answer in time' });
	});

	test('unknown when nobody listens, with the reason', async () => {
		const server = await serve(web);
		await server[Symbol.asyncDispose]();
		const found = (await checkLinks([`${server.url}/`], options)).get(`${server.url}/`);
		expect(found).toMatchObject({ state: 'unknown' });
		expect(JSON.stringify(found)).toContain('ECONNREFUSED');
	});

	test('unknown when it leads in a circle', async () => {
		await using server = await serve((response) => {
			response.writeHead(302, { location: '/again' }).end();
		});
		const found = await checkLinks([`${server.url}/`], options);
		expect(found.get(`${server.url}/`)).toEqual({
			state: 'unknown',
			why: 'more than 10 redirects',
		});
	});
});

test('servers are asked a few times at once, once for each page, and told nothing about us', async () => {
	let [open, most] = [0, 0];
	await using server = await serve((response) => {
		most = Math.max(most, ++open);
		setTimeout(() => {
			open--;
			response.end();
		}, 20);
	});
	const paths = Array.from({ length: 9 }, (_, index) => `/${String(index)}`);
	const addresses = [...paths, '/0#part'].map((path) => server.url + path);
	vi.stubEnv('GITLAB_TOKEN', 'secret-of-the-test');
	await checkLinks(addresses, options);
	vi.unstubAllEnvs();
	expect(most).toBe(options.concurrency);
	expect(server.seen.map(({ url }) => url).toSorted()).toEqual(paths);
	const told = JSON.stringify(server.seen);
	expect(told).not.toMatch(/secret-of-the-test|authorization|private-token|cookie|referer/i);
});

test('the report tells the worst first, where it stands, and how many there are', () => {
	const links = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
		address: `${outside}/${name}`,
		pages: ['/one/', '/two/'].slice(0, name === 'b' ? 2 : 1),
	}));
	const states: Found[] = [
		{ state: 'sign-in', why: 'HTTP 403' },
		{ state: 'moved', to: `${outside}/new` },
		{ state: 'gone', why: 'HTTP 404' },
		{ state: 'fine' },
		{ state: 'unknown', why: 'no answer in time' },
	];
	const found = new Map(links.map(({ address }, index) => [address, states[index]!]));
	expect(renderFindings(links, found)).toMatchInlineSnapshot(`
		"[gone] https://example.com/c
		  HTTP 404
		  on /one/

		[moved] https://example.com/b
		  → https://example.com/new
		  on /one/
		  on /two/

		[couldn't check] https://example.com/e
		  no answer in time
		  on /one/

		[needs a sign-in] https://example.com/a
		  HTTP 403
		  on /one/

		5 addresses: 1 gone, 1 moved, 1 couldn't check, 1 needs a sign-in, 1 fine."
	`);
});

describe('npm run links', () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'links-'));
		await mkdir(join(folder, 'dist/jobs'), { recursive: true });
	});
	afterEach(() => rm(folder, { recursive: true }));

	const links = (...args: string[]) => call(command, args, { root: folder });
	const link = (...addresses: string[]) =>
		writeFile(
			join(folder, 'dist/jobs/index.html'),
			addresses.map((address) => `<a href="${address}">`).join(''),
		);

	test('lists, and asks nobody', async () => {
		await using server = await serve(web);
		await link(`${server.url}/404`);
		expect(await links()).toMatchObject({
			code: 0,
			out: `${server.url}/404\n  on /jobs/\n\n1 addresses.\n`,
		});
		expect(server.seen).toEqual([]);
	});

	test('fails for what is gone, and only when it is told to', async () => {
		await using server = await serve(web);
		await link(`${server.url}/404`, `${server.url}/503`);
		const lenient = await links('--check');
		expect(lenient.code).toBe(0);
		expect(lenient.out).toContain(`[gone] ${server.url}/404\n  HTTP 404\n  on /jobs/`);
		expect((await links('--strict')).code).toBe(1);
		await link(`${server.url}/503`, `${server.url}/403`);
		expect((await links('--strict')).code).toBe(0);
	});

	test('says so when there is no site', async () => {
		const { code, out } = await links();
		expect(code).toBe(2);
		expect(out).toBe('There are no pages in dist.\nRun npm run build first.\n');
	});
});
