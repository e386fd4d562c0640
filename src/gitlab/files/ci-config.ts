import { parseCiYaml, type CiYaml } from './ci-yaml.ts';

/**
 * Finds the files of the same project that a CI file includes: without leading slash, sorted, each
 * once. Some may not be readable as they stand: ask `isReadablePath`.
 *
 * @see https://docs.gitlab.com/ci/yaml/#include
 */
export function findLocalIncludes(text: string, parse = parseCiYaml): string[] {
	const file = parse(text);
	if (!file) return [];
	const include = file.fieldsOf(file.root).get('include');
	const paths = [include, ...file.itemsOf(include)].flatMap((entry) => findPath(file, entry) ?? []);
	return [...new Set(paths)].toSorted();
}

const longestPath = 200;

/**
 * Whether an included path says which file it means, and is fit to be shown: no variables, no
 * wildcards, no way out, and nothing that could be somebody's address.
 */
export function isReadablePath(path: string): boolean {
	const steps = path.split('/');
	return (
		path.length <= longestPath &&
		steps.every((step) => /^[\p{L}\p{N}_.+ -]+$/u.test(step) && !/^\.{1,2}$/.test(step)) &&
		/\.ya?ml$/.test(path)
	);
}

function findPath(file: CiYaml, entry: unknown): string | undefined {
	const bare = file.textOf(entry)?.text.trim();
	// An address: a remote file.
	if (bare !== undefined && /^[a-z][a-z\d+.-]*:\/\//i.test(bare)) return undefined;
	const path = bare ?? file.textOf(file.fieldsOf(entry).get('local'))?.text.trim();
	const inside = path?.replace(/^\/+/, '');
	return inside === '' ? undefined : inside;
}
