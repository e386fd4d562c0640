import { InvalidDataError } from '#model/parse.ts';
import {
	optionalFiles,
	type RegistryFile,
	registryFiles,
	registrySchemas,
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
	const all = await Promise.all(
		registryFiles.map((name) =>
			error.message.startsWith(`${registryPath(name)} `)
				? findMistakesBeside(name, error)
				: findMistakes(name, () => readRegistryFile(root, name)),
		),
	);
	const told = new Set([error.message, ...all.flat()]);
	throw new InvalidDataError([...told].join('\n\n'), { cause: error });
}

async function findMistakes(name: RegistryFile, read: () => YamlFile | Promise<YamlFile>) {
	try {
		const file = await read();
		if (file.value !== null || !optionalFiles.includes(name))
			parseRegistryFile(name, registrySchemas[name], file);
		return [];
	} catch (error) {
		if (!(error instanceof InvalidDataError)) throw error;
		return [error.message, ...(await findMistakesBeside(name, error))];
	}
}

/** Those of a file that is read although it is no right YAML. */
async function findMistakesBeside(name: RegistryFile, error: InvalidDataError): Promise<string[]> {
	if (!(error instanceof InvalidYamlError) || !error.rest) return [];
	const { rest } = error;
	return findMistakes(name, () => rest);
}
