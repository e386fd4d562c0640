import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { insideFolder } from './site/checkout.ts';
import { passOn } from './site/render-site.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The socket on which `site/render-server.ts` listens. */
		renders: string;
	}
}

const clear = () => rm(insideFolder, { recursive: true, force: true });

/**
 * Takes away the copies of the checkout that a run which was ended has left, and those of this one.
 * Starts the process that renders for all tests.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
	await clear();
	const folder = await mkdtemp(join(tmpdir(), 'handbook-renders-'));
	const isWindows = process.platform === 'win32';
	const socket = isWindows ? `\\\\.\\pipe\\${basename(folder)}` : join(folder, 'socket');
	const server = fork(join(import.meta.dirname, 'site/render-server.ts'), [socket], {
		cwd: join(import.meta.dirname, 'site'),
		env: passOn(),
		execArgv: [],
	});
	await once(server, 'message');
	project.provide('renders', socket);
	return async () => {
		const ended = once(server, 'exit');
		server.disconnect();
		await ended;
		await rm(folder, { recursive: true });
		await clear();
	};
}
