import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registryFiles, toRegistrySchema, type RegistryFile } from '#model/registry.ts';
import { registryFolder } from './registry-files.ts';

/** Read by editors alone: each registry file names its schema in its first line. */
export const schemaFolder = `${registryFolder}/.schema`;

export function renderSchema(file: RegistryFile): string {
	return `${JSON.stringify(toRegistrySchema(file), null, 2)}\n`;
}

/** Writes the schemas of all registry files, in place of those that are there. */
export async function writeSchemas(root: string): Promise<void> {
	const folder = join(root, schemaFolder);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const file of registryFiles) {
		await writeFile(join(folder, `${file}.json`), renderSchema(file));
	}
}
