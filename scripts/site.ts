import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { refuseOddPath } from '#checkout-path.ts';
import { describeSnapshot } from '#core/words/describe-snapshot.ts';
import { isSeenByPages } from '#environment.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { readClock } from './clock.ts';
import type { Surroundings } from './command.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * As in package.json. What a pull reads of archives is garbage soon: Node would let 128 MiB of it lie
 * before it looks for it.
 */
const memoryOptions = ['--max-semi-space-size=16'];

/** What ends a command: its script has to end with it. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a script of this folder with these arguments. Resolves to its exit code, which is 128 and the
 * number of the signal when one has ended it.
 */
export function runScript(
	name: string,
	args: readonly string[],
	{ root, environment }: Pick<Surroundings, 'root' | 'environment'>,
): Promise<number> {
	return new Promise((resolve, reject) => {
		const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
		const child = spawn(process.execPath, [...memoryOptions, script, ...args], {
			stdio: 'inherit',
			cwd: root,
			env: environment,
		});
		const passOn = (signal: NodeJS.Signals) => child.kill(signal);
		for (const signal of endings) process.on(signal, passOn);
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			for (const ending of endings) process.off(ending, passOn);
			// As shells say it: a script that was killed has not failed at GitLab.
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
		});
	});
}

/**
 * Pulls, renders, and says in one line what the site shows. Resolves to an exit code.
 *
 * @param isQuiet Only what went wrong is said before that line.
 */
export async function buildSite(
	pullArguments: readonly string[],
	surroundings: Surroundings,
	isQuiet = false,
): Promise<number> {
	refuseOddPath(surroundings.root);
	const quiet = isQuiet ? ['--quiet'] : [];
	const pulled = await runScript('pull', [...pullArguments, ...quiet], surroundings);
	if (pulled > exitCodes.strict) return pulled;
	const rendered = await renderSite(quiet, surroundings);
	return rendered === exitCodes.fine ? pulled : rendered;
}

/** Renders, and says in one line what the site shows. Resolves to an exit code. */
export async function renderSite(
	renderArguments: readonly string[],
	{ root, environment, print }: Surroundings,
): Promise<number> {
	const surroundings = { root, environment: renderEnvironment(environment) };
	const rendered = await runScript('render', renderArguments, surroundings);
	if (rendered !== exitCodes.fine) return rendered;
	const snapshot = await readSnapshot(root);
	if (snapshot) print(describeSnapshot(snapshot.about, readClock()));
	return rendered;
}

/** Node reads its own options before a page could, and `render` then drops them, too. */
function renderEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const passedOn = Object.entries(environment).filter(
		([name]) => isSeenByPages(name) || name === 'NODE_OPTIONS',
	);
	return Object.fromEntries(passedOn);
}
