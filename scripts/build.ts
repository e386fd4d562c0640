import { defineCommand, run } from './command.ts';
import { pullOptions } from './pull-options.ts';
import { buildSite } from './site.ts';

export const build = defineCommand(
	{
		name: 'build',
		does: 'Pulls with the options given, renders, and says in one line what the site shows.',
		options: pullOptions,
	},
	(_, surroundings, args) => buildSite(args, surroundings),
);

await run(import.meta.filename, build);
