import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/**
 * Half of what a command takes to start is to compile it, and tests start the same ones often. What
 * is compiled in a copy of the checkout, nobody finds again: it goes by its path.
 */
export const compileCache = join(import.meta.dirname, '../../node_modules/.cache/node');

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
		env: { ...passOn(), ...environment },
		maxBuffer: 64 * 1024 * 1024,
	}).catch((cause: unknown) => {
		throw new Error(describeFailure(checkout, printed(cause)), { cause });
	});
	return { dist: join(checkout, 'dist'), log: stdout + stderr };
}

/** The variables that a render may read, and those that the system needs to start a program. */
export function passOn(): NodeJS.ProcessEnv {
	const names = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot'];
	return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

export function describeFailure(checkout: string, said: string): string {
	return `The site in ${checkout} could not be rendered.\n${said}`;
}

function printed(failure: unknown): string {
	const { stdout = '', stderr = '' } = failure as { stdout?: string; stderr?: string };
	return stdout + stderr;
}
