import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

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
	const inherited = Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
	const { stdout, stderr } = await run(process.execPath, ['scripts/render.ts'], {
		cwd: checkout,
		env: { ...inherited, ...environment },
		maxBuffer: 64 * 1024 * 1024,
	}).catch((cause: unknown) => {
		throw new Error(`The site in ${checkout} could not be rendered.\n${printed(cause)}`, { cause });
	});
	return { dist: join(checkout, 'dist'), log: stdout + stderr };
}

function printed(failure: unknown): string {
	const { stdout = '', stderr = '' } = failure as { stdout?: string; stderr?: string };
	return stdout + stderr;
}
