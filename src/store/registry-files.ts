import { z } from 'zod';
import { parseOrExplain } from '#model/parse.ts';
import { optionalFiles, type RegistryFile } from '#model/registry-files.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export const registryFolder = 'content/registry';

export function registryPath(name: RegistryFile): string {
	return `${registryFolder}/${name}.yaml`;
}

const lists: readonly RegistryFile[] = ['projects', 'consumers', 'people', 'redirects', 'rules'];

const hints: Record<RegistryFile, string> = {
	site: 'Correct the line. Every key is explained in content/registry/.schema/site.json.',
	projects:
		'Correct the entry. Every key is explained in content/registry/.schema/projects.json; group and category are ids of projectGroups in content/registry/site.yaml: use one of them, or add yours there.',
	consumers:
		'Correct the entry: a consumer has a path, a name, an api with name and url, and perhaps an owner with name and url.',
	plan: 'Correct the line. Dates are written 2026-12-25, labels as GitLab writes them.',
	people:
		'Correct the entry: a group has a path, a name, a meaning and publishMembers: true or false.',
	contact:
		'Correct the line. A need has an id, a title, answers (a role), a text, asOf and source, and names a channel by its id.',
	onboarding:
		'Correct the line. A step has an id, a title, a why, a when and a target with one key: project, page, link, group, channel or label.',
	jobs: 'Correct the line. A group of stories names the slug of a job in the same file.',
	team: 'Correct the roster: it has an id, a title, a kind and the patterns of its kind. They are tried on the role as the list has it, with its HTML.',
	redirects:
		'Correct the entry: a page that has moved has a title, its old addresses in from, its new one in to, and sections.',
	checks:
		'Correct the line. A version is in quotes; groups are paths of content/registry/people.yaml; an exemption has a project, a check, a reason, by (a role) and until (a day). Every key is explained in content/registry/.schema/checks.json.',
	api: 'Correct the line. An endpoint has an id, a method, a path, a title, a status and docs. Every key is explained in content/registry/.schema/api.json.',
	rules:
		'Correct the entry: a rule has an id and what it takes, and perhaps an owner (a role) and exempt with reason, by and until. Every key is explained in content/registry/.schema/rules.json.',
};

/** Those that the team leaves out have the value `null`. */
export async function readRegistryFiles(root: string): Promise<Record<RegistryFile, YamlFile>> {
	const read = (name: RegistryFile) =>
		readYamlFile(root, registryPath(name), { mayBeAbsent: optionalFiles.includes(name) });
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
	const nothing = optionalFiles.includes(name) ? {} : null;
	return parseOrExplain(schema, file.value ?? (lists.includes(name) ? [] : nothing), {
		source: file.path,
		hint: hints[name],
		lineOf: file.lineOf,
		quotes: true,
	});
}
