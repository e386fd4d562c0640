import { pullOptions } from './pull-options.ts';
import { run } from './run.ts';
import { buildSite } from './site.ts';

const command = {
	name: 'build',
	does: 'Pulls with the options given, renders, and says in one line what the site shows.',
	options: pullOptions,
} as const;

await run(command, () => buildSite(process.argv.slice(2)));
