import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { pullOptions } from './pull-options.ts';
import { serveSite } from './served-at.ts';
import { buildSite } from './site.ts';

/** Says in three lines what came of it: it is what somebody runs who has just come here. */
export const start = defineCommand(
	{
		name: 'start',
		does: 'Pulls with the options given, renders, and serves the site on this machine.',
		options: pullOptions,
	},
	async (_, surroundings, args) => {
		const code = await buildSite(args, surroundings, true);
		if (code !== exitCodes.fine) return code;
		await serveSite(surroundings);
		return undefined;
	},
);

await run(import.meta.filename, start);
