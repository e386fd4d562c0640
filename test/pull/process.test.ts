/** What only a process can show. All else about pulls is tested in this one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planted } from '../gitlab/planted.ts';
import { compileCache } from '../site/render-site.ts';
import { Checkout, today } from './checkout.ts';

const project = join(import.meta.dirname, '../..');

async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test('its exit code is the one of the pull, and the table alone is on the standard output', async () => {
	await using checkout = await Checkout.create();
	checkout.gitlab.fault(/\/milestones/, { status: 403 });
	const { code, stdout, stderr } = await checkout.spawnPull(['--strict']);
	expect(code).toBe(1);
	expect(stdout).toMatch(/^List +State +Rows .*\n/);
	expect(stdout).toMatch(new RegExp(`^projects +fresh +23 +${today}T00:00:00Z`, 'm'));
	expect(stdout).toMatch(/^milestones\b.*: GET .* answered 403/m);
	expect(stderr).toMatch(/^projects: done, \d+ of \d+ steps, \d+\.\d s$/m);
	expect(stderr).toMatch(/^milestones: hidden, /m);
	expect((await checkout.snapshot()).about.lists.milestones.state).toBe('missing');
});

/** Windows has no signals: it ends a process, and asks nobody. */
test.runIf(process.platform !== 'win32')(
	'a signal ends a build and the pull that it has begun',
	async () => {
		await using checkout = await Checkout.create();
		// Answers nothing, so that the pull waits.
		const silent = createServer();
		const url = await listen(silent);
		const build = spawn(process.execPath, [join(project, 'scripts/build.ts')], {
			cwd: checkout.root,
			env: {
				PATH: process.env.PATH,
				NODE_COMPILE_CACHE: compileCache,
				GITLAB_URL: url,
				TEAM_YML_URL: `${url}/team.yml`,
			},
			stdio: 'ignore',
		});
		const [socket] = (await once(silent, 'connection')) as [Socket];
		socket.on('error', () => undefined).resume();
		const isPullGone = once(socket, 'close');
		build.kill('SIGTERM');
		expect(await once(build, 'exit')).toEqual([128 + constants.signals.SIGTERM, null]);
		await isPullGone;
		silent.close();
	},
);

/** A proxy behind which nothing is to be found. It records the hosts that it is asked for. */
async function startProxy() {
	const hosts = new Set<string>();
	const server = createHttpServer(({ headers }, response) => {
		hosts.add(String(headers.host));
		response.writeHead(404).end();
	});
	server.on('connect', (_, socket: Socket) => {
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		server.emit('connection', socket);
	});
	return { hosts, url: await listen(server), [Symbol.dispose]: () => server.close() };
}

test('a proxy is followed, but not where it could read the token', async () => {
	await using checkout = await Checkout.create();
	using proxy = await startProxy();
	const { code } = await checkout.spawnPull([], {
		GITLAB_TOKEN: planted.token,
		TEAM_YML_URL: 'http://people.example.com/team.yml',
		NODE_USE_ENV_PROXY: '1',
		HTTP_PROXY: proxy.url,
		http_proxy: proxy.url,
	});
	expect(code).toBe(0);
	expect([...proxy.hosts]).toEqual(['people.example.com']);
	const { lists } = (await checkout.snapshot()).about;
	expect(lists.members.state).toBe('fresh');
	expect(lists.team).toMatchObject({
		state: 'missing',
		reason: expect.stringMatching(/answered 404/) as string,
	});
});
