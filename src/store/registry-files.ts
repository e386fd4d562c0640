import { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';
import { optionalFiles, type RegistryFile } from '#model/registry.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export const registryFolder = 'content/registry';

export function registryPath(name: RegistryFile): string {
	return `${registryFolder}/${name}.yaml`;
}

const lists: readonly RegistryFile[] = ['projects', 'consumers', 'people', 'redirects', 'rules'];

/** What helps beside the schema. */
const hints: Partial<Record<RegistryFile, string>> = {
	projects:
		'group and category are ids of projectGroups in content/registry/site.yaml: use one of them, or add yours there.',
	plan: 'Dates are written 2026-12-25, labels as GitLab writes them.',
	contact: 'A need names a channel by its id.',
	onboarding: 'A target has one key: project, page, link, group, channel or label.',
	jobs: 'A group of stories names the slug of a job in the same file.',
	team: 'Patterns are tried on the role as the list has it, with its HTML.',
	checks: 'A version is in quotes; groups are paths of content/registry/people.yaml.',
};

/** One that the team leaves out has the value `null`. */
export function readRegistryFile(root: string, name: RegistryFile): Promise<YamlFile> {
	return readYamlFile(root, registryPath(name), { mayBeAbsent: optionalFiles.includes(name) });
}

export async function readRegistryFiles(root: string): Promise<Record<RegistryFile, YamlFile>> {
	const read = (name: RegistryFile) => readRegistryFile(root, name);
	return {
		site: await read('site'),
		projects: await read('projects'),
		consumers: await read('consumers'),
		plan: await read('plan'),
		people: await read('people'),
		contact: await read('contact'),
		onboarding: await read('onboarding'),
		jobs: await read('jobs'),
		team: await read('team'),
		redirects: await read('redirects'),
		checks: await read('checks'),
		api: await read('api'),
		rules: await read('rules'),
	};
}

/** @throws {InvalidDataError} that says what is wrong in which line, and what to do. */
export function parseRegistryFile<Schema extends z.ZodType>(
	name: RegistryFile,
	schema: Schema,
	file: YamlFile,
): z.output<Schema> {
	const hint = `Correct it. Every key is explained in ${registryFolder}/.schema/${name}.json.`;
	const nothing = optionalFiles.includes(name) ? {} : null;
	return parseOrExplain(schema, file.value ?? (lists.includes(name) ? [] : nothing), {
		source: file.path,
		hint: [hint, hints[name]].filter(Boolean).join(' '),
		lineOf: file.lineOf,
		quotes: true,
	});
}
