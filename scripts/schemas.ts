import { join } from 'node:path';
import { schemaFolder, writeSchemas } from '#store/registry-schemas.ts';
import { defineCommand, run } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { naming } from './failure.ts';

export const schemas = defineCommand(
	{
		name: 'schemas',
		does: `Writes ${schemaFolder}, which editors use to complete and check the registry.`,
		options: {},
	},
	async (_options, { root, print }) => {
		await naming(join(root, schemaFolder), writeSchemas(root));
		print(`The schemas in ${schemaFolder} are up to date.`);
		return exitCodes.fine;
	},
);

await run(import.meta.filename, schemas);
