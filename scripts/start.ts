import { exitCodes } from './exit-codes.ts';
import { print } from './output.ts';
import { closeEnvironment } from './pages-environment.ts';
import { pullOptions } from './pull-options.ts';
import { run } from './run.ts';
import { describeAddress } from './served-at.ts';
import { buildSite } from './site.ts';

const command = {
	name: 'start',
	does: 'Pulls with the options given, renders, and serves the site on this machine.',
	options: pullOptions,
} as const;

/** Says in three lines what came of it: it is what somebody runs who has just come here. */
async function start(): Promise<number | undefined> {
	const code = await buildSite(process.argv.slice(2), true);
	if (code !== exitCodes.fine) return code;
	closeEnvironment();
	const { preview } = await import('astro');
	const { port } = await preview({ root: process.cwd(), logLevel: 'warn' });
	print(describeAddress(port));
	return undefined;
}

await run(command, start);
