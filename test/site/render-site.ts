import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Order, Outcome } from './render-server.ts';

const run = promisify(execFile);
/**
 * Half of what a command takes to start is to compile it, and tests start the same ones often. What
 * is compiled in a copy of the checkout, nobody finds again: it goes by its path.
 */
export const compileCache = join(import.meta.dirname, '../../node_modules/.cache/node');

/** What a render may read of the environment, and what the system needs to start a program. */
const passedOn = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'];

export interface RenderedSite {
	/** The rendered files. */
	dist: string;
	/** All that was printed. */
	log: string;
}

/**
 * Renders a checkout as `npm run render` does.
 *
 * @param environment Replaces the developer's: a test has the same variables everywhere.
 * @throws with what was printed, when the render fails.
 */
export async function renderSite(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<RenderedSite> {
	const { stdout, stderr } = await run(process.execPath, ['scripts/render.ts'], {
		cwd: checkout,
		env: { ...inherit(), ...environment },
		maxBuffer: 64 * 1024 * 1024,
	}).catch((cause: unknown) => {
		throw new Error(describeFailure(checkout, printed(cause)), { cause });
	});
	return { dist: join(checkout, 'dist'), log: stdout + stderr };
}

/** Of this worker. Its next render waits for the one before. */
let server: ChildProcess | undefined;
let queue: Promise<unknown> = Promise.resolve();

/**
 * As `renderSite`, but in a process that has rendered before: half of what a render takes is to load
 * what renders, and to warm it up. Its packages, and all that `scripts` does, are of this checkout.
 *
 * @throws with what was printed, when the render fails.
 */
export async function renderWarm(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<RenderedSite> {
	const { code, log } = await tryToRender(checkout, environment);
	if (code !== 0) throw new Error(describeFailure(checkout, log));
	return { dist: join(checkout, 'dist'), log };
}

/** As `renderWarm`, whatever comes of it. */
export function tryToRender(
	checkout: string,
	environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
	const work = queue.then(() => order({ checkout, environment }));
	queue = work.catch(() => undefined);
	return work;
}

async function order(given: Order): Promise<Outcome> {
	server ??= fork(join(import.meta.dirname, 'render-server.ts'), {
		cwd: import.meta.dirname,
		env: inherit(),
		execArgv: [],
		stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
	});
	const { pid } = server;
	const over = new AbortController();
	const ended = once(server, 'exit', over).then(() => {
		throw new Error(`The process ${String(pid)} that renders has ended.`);
	});
	ended.catch(() => undefined);
	// It keeps a worker only while it renders.
	server.ref();
	server.channel?.ref();
	server.send(given);
	const [outcome] = (await Promise.race([once(server, 'message', over), ended])) as [Outcome];
	over.abort();
	server.unref();
	server.channel?.unref();
	return outcome;
}

function inherit(): NodeJS.ProcessEnv {
	return Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
}

function describeFailure(checkout: string, said: string): string {
	return `The site in ${checkout} could not be rendered.\n${said}`;
}

function printed(failure: unknown): string {
	const { stdout = '', stderr = '' } = failure as { stdout?: string; stderr?: string };
	return stdout + stderr;
}
