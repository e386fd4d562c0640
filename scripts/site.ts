import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describeSnapshot } from '#core/describe-snapshot.ts';
import { readSnapshot } from '#store/snapshot.ts';
import { readClock } from './clock.ts';

/**
 * As in package.json. What a pull reads of archives is garbage soon: Node would let 128 MiB of it lie
 * before it looks for it.
 */
const memoryOptions = ['--max-semi-space-size=16'];

/** Runs a script of this folder with these arguments. Resolves to its exit code. */
export function runScript(name: string, args: readonly string[] = []): Promise<number> {
	return new Promise((resolve, reject) => {
		const script = fileURLToPath(new URL(`./${name}.ts`, import.meta.url));
		const child = spawn(process.execPath, [...memoryOptions, script, ...args], {
			stdio: 'inherit',
		});
		child.on('error', reject);
		child.on('exit', (code) => {
			resolve(code ?? 1);
		});
	});
}

/** Pulls, renders, and says in one line what the site shows. Resolves to an exit code. */
export async function buildSite(pullArguments: readonly string[]): Promise<number> {
	const pulled = await runScript('pull', pullArguments);
	if (pulled > 1) return pulled;
	const rendered = await runScript('render');
	if (rendered !== 0) return rendered;
	const snapshot = await readSnapshot(process.cwd());
	if (snapshot) console.log(describeSnapshot(snapshot.about, readClock()));
	return pulled;
}
