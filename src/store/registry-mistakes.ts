import { InvalidDataError } from '#model/parse.ts';
import { optionalFiles, registryFiles, registrySchemas } from '#model/registry.ts';
import { codeOf } from './file-error.ts';
import { parseRegistryFile, readRegistryFile, registryPath } from './registry-files.ts';

/**
 * Throws a mistake with those of the other files, so that people can correct all at once. What files
 * say of each other is only known when each is right.
 */
export async function throwWithOthers(error: unknown, root: string): Promise<never> {
	if (!(error instanceof InvalidDataError) || codeOf(error.cause) !== '') throw error;
	const names = registryFiles.filter((name) => !error.message.startsWith(`${registryPath(name)} `));
	const others = await Promise.all(names.map((name) => findMistake(root, name)));
	throw new InvalidDataError([error.message, ...others.flat()].join('\n\n'), { cause: error });
}

async function findMistake(root: string, name: (typeof registryFiles)[number]): Promise<string[]> {
	try {
		const file = await readRegistryFile(root, name);
		if (file.value !== null || !optionalFiles.includes(name))
			parseRegistryFile(name, registrySchemas[name], file);
		return [];
	} catch (error) {
		if (error instanceof InvalidDataError) return [error.message];
		throw error;
	}
}
