import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { refuseOddPath } from '#checkout-path.ts';
import { describeSnapshot } from '#core/describe-snapshot.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { readClock } from './clock.ts';

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
export function runScript(name: string, args: readonly string[] = []): Promise<number> {
	return new Promise((resolve, reject) => {
		const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
		const child = spawn(process.execPath, [...memoryOptions, script, ...args], {
			stdio: 'inherit',
		});
		const passOn = (signal: NodeJS.Signals) => child.kill(signal);
		for (const signal of endings) process.on(signal, passOn);
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			for (const ending of endings) process.off(ending, passOn);
			resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
		});
	});
}

/** Pulls, renders, and says in one line what the site shows. Resolves to an exit code. */
export async function buildSite(pullArguments: readonly string[]): Promise<number> {
	refuseOddPath(process.cwd());
	const pulled = await runScript('pull', pullArguments);
	if (pulled > 1) return pulled;
	const rendered = await runScript('render');
	if (rendered !== 0) return rendered;
	const snapshot = await readSnapshot(process.cwd());
	if (snapshot) console.log(describeSnapshot(snapshot.about, readClock()));
	return pulled;
}
