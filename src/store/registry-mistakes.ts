import { InvalidDataError } from '#model/parse.ts';
import {
	optionalFiles,
	registryFiles,
	registrySchemas,
	type RegistryFile,
} from '#model/registry.ts';
import { codeOf } from './file-error.ts';
import { parseRegistryFile, readRegistryFile, registryPath } from './registry-files.ts';
import { InvalidYamlError, type YamlFile } from './yaml-file.ts';

/**
 * Throws a mistake with those of the other files, so that people can correct all at once. What files
 * say of each other is only known when each is right.
 */
export async function throwWithOthers(error: unknown, root: string): Promise<never> {
	if (!(error instanceof InvalidDataError) || !/^(ENOENT)?$/.test(codeOf(error.cause))) throw error;
	const all = registryFiles.map(async (name) => {
		const mistakes = await findMistakes(name, () => readRegistryFile(root, name));
		return error.message.startsWith(`${registryPath(name)} `) ? mistakes.slice(1) : mistakes;
	});
	const told = new Set([error.message, ...(await Promise.all(all)).flat()]);
	throw new InvalidDataError([...told].join('\n\n'), { cause: error });
}

async function findMistakes(
	name: RegistryFile,
	read: () => YamlFile | Promise<YamlFile>,
): Promise<string[]> {
	try {
		const file = await read();
		const isLeftOut = file.value === null && optionalFiles.includes(name);
		if (!isLeftOut) parseRegistryFile(name, registrySchemas[name], file);
		return [];
	} catch (error) {
		if (!(error instanceof InvalidDataError)) throw error;
		const rest = error instanceof InvalidYamlError ? error.rest : undefined;
		return [error.message, ...(rest ? await findMistakes(name, () => rest) : [])];
	}
}
