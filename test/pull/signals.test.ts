import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileCache } from '../site/render-site.ts';

const project = join(import.meta.dirname, '../..');

/** Windows has no signals: it ends a process, and asks nobody. */
test.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
	'%s ends a build and the pull that it has begun',
	async (signal) => {
		const root = await mkdtemp(join(tmpdir(), 'signals-'));
		await cp(join(project, 'content/registry'), join(root, 'content/registry'), {
			recursive: true,
		});
		// Answers nothing, so that the pull waits.
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
		const build = spawn(process.execPath, [join(project, 'scripts/build.ts')], {
			cwd: root,
			env: {
				PATH: process.env.PATH,
				NODE_COMPILE_CACHE: compileCache,
				GITLAB_URL: url,
				TEAM_YML_URL: `${url}/team.yml`,
			},
			stdio: 'ignore',
		});
		const [socket] = (await once(server, 'connection')) as [Socket];
		socket.on('error', () => undefined).resume();
		const isPullGone = once(socket, 'close');
		build.kill(signal);
		expect(await once(build, 'exit')).toEqual([128 + constants.signals[signal], null]);
		await isPullGone;
		server.close();
		await rm(root, { recursive: true });
	},
);
