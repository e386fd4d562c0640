import { refuseOddPath } from '#checkout-path.ts';
import { print } from './output.ts';
import { closeEnvironment } from './pages-environment.ts';
import { run } from './run.ts';
import { describeAddress } from './served-at.ts';

const command = {
	name: 'dev',
	does: 'Serves the site while you write: pages, registry and snapshot are read again when they change.',
	options: {},
} as const;

async function serveDrafts(): Promise<undefined> {
	const root = process.cwd();
	refuseOddPath(root);
	closeEnvironment();
	const { dev } = await import('astro');
	const { address } = await dev({ root });
	print(describeAddress(address.port));
}

await run(command, serveDrafts);
