import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { planted } from '../gitlab/planted.ts';
import { Checkout } from './checkout.ts';

/** A proxy that passes nothing on, and records what it is asked for. */
async function startProxy() {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		seen.push(String(request.url));
		response.writeHead(502).end();
	});
	server.on('connect', ({ url }, socket) => {
		seen.push(String(url));
		socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		seen,
		url: `http://127.0.0.1:${String(port)}`,
		[Symbol.dispose]: () => server.close(),
	};
}

test.concurrent.each([
	{ why: 'with a token', token: planted.token, isFollowed: false },
	{ why: 'without one', token: '', isFollowed: true },
])('http on this machine $why: a proxy is followed $isFollowed', async ({ token, isFollowed }) => {
	await using checkout = await Checkout.create();
	using proxy = await startProxy();
	await checkout.run('pull', ['--only', 'milestones', '--deadline', '10'], {
		GITLAB_TOKEN: token,
		NODE_USE_ENV_PROXY: '1',
		HTTP_PROXY: proxy.url,
		http_proxy: proxy.url,
	});
	expect(proxy.seen.length > 0).toBe(isFollowed);
	expect(checkout.gitlab.requests.length > 0).toBe(!isFollowed);
});
