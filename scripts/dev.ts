import { refuseOddPath } from '#checkout-path.ts';
import { readRenderEnvironment } from '#environment.ts';
import { defineCommand, run } from './command.ts';
import { refuseBadFrontMatter } from './handbook-pages.ts';
import { closeEnvironment } from './pages-environment.ts';
import { describeAddress } from './served-at.ts';
import { watchPages } from './watch-pages.ts';

export const dev = defineCommand(
	{
		name: 'dev',
		does: 'Serves the site while you write: pages, registry and snapshot are read again when they change, but site.yaml when it starts.',
		options: {},
	},
	async (_, { root, environment, print }) => {
		refuseOddPath(root);
		closeEnvironment(environment);
		const { BASE_PATH } = readRenderEnvironment(environment);
		const checked = await refuseBadFrontMatter(root);
		const astro = await import('astro');
		const watch = watchPages(checked, { root, base: BASE_PATH });
		const { address } = await astro.dev({ root, integrations: [watch] });
		print(describeAddress(address.port, environment));
		return undefined;
	},
);

await run(import.meta.filename, dev);
