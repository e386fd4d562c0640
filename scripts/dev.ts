import { refuseOddPath } from '#checkout-path.ts';
import { defineCommand } from './command.ts';
import { closeEnvironment } from './pages-environment.ts';
import { run } from './run.ts';
import { describeAddress } from './served-at.ts';

export const dev = defineCommand(
	{
		name: 'dev',
		does: 'Serves the site while you write: pages, registry and snapshot are read again when they change.',
		options: {},
	},
	async (_, { root, environment, print }) => {
		refuseOddPath(root);
		closeEnvironment(environment);
		const astro = await import('astro');
		const { address } = await astro.dev({ root });
		print(describeAddress(address.port, environment));
		return undefined;
	},
);

await run(import.meta.filename, dev);
