import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface StartedSite {
	/** All that has been printed until now. */
	log: () => string;
	/** Where the site is served. */
	address: string;
	stop: () => Promise<void>;
}

/**
 * Runs a command that serves the site in a checkout, up to the line with the address. `start` pulls
 * for a second at most.
 *
 * @throws with what was printed, when it ends before.
 */
export async function startSite(
	checkout: string,
	environment: Readonly<Record<string, string>>,
	command: 'start' | 'dev' = 'start',
): Promise<StartedSite> {
	const args = command === 'start' ? ['--deadline', '1'] : [];
	const child = spawn(process.execPath, [`scripts/${command}.ts`, ...args], {
		cwd: checkout,
		env: { PATH: process.env.PATH, ...environment },
	});
	const ended = once(child, 'exit');
	let log = '';
	return new Promise((resolve, reject) => {
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				log += text;
				const address = /The handbook is at (\S+) /.exec(log)?.[1];
				if (address === undefined) return;
				const stop = async () => {
					child.kill();
					await ended;
				};
				resolve({ log: () => log, address, stop });
			});
		}
		child.on('exit', (code) => {
			reject(new Error(`npm run ${command} ended with ${String(code)}.\n${log}`));
		});
	});
}
