import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileCache } from './render-site.ts';

export interface StartedSite {
	/** All that was printed. */
	log: string;
	/** Where the site is served. */
	address: string;
	stop: () => Promise<void>;
}

/**
 * Runs `npm start` in a checkout, up to the line with the address. It pulls for a second at most.
 *
 * @throws with what was printed, when it ends before.
 */
export async function startSite(
	checkout: string,
	environment: Readonly<Record<string, string>>,
): Promise<StartedSite> {
	const child = spawn(process.execPath, ['scripts/start.ts', '--deadline', '1'], {
		cwd: checkout,
		env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compileCache, ...environment },
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
				resolve({ log, address, stop });
			});
		}
		child.on('exit', (code) => {
			reject(new Error(`npm start ended with ${String(code)}.\n${log}`));
		});
	});
}
