import { z } from 'zod';
import { Api } from './api.ts';
import { CheckRules } from './checks.ts';
import { Jobs } from './jobs.ts';
import { MovedPages } from './redirects.ts';
import {
	DeclaredConsumer,
	DeclaredGroup,
	DeclaredProject,
	PlanRules,
	Site,
	type Registry,
} from './registry.ts';
import { Team } from './roster.ts';

export type RegistryFile = keyof Registry;

/** What each file of `content/registry` may say. Titles, descriptions and examples are published. */
const schemas: Record<RegistryFile, z.ZodType> = {
	site: Site,
	projects: z.array(DeclaredProject).describe('The projects that the team maintains.'),
	checks: CheckRules,
	people: z.array(DeclaredGroup).describe('The groups of people on GitLab.'),
	team: Team,
	plan: PlanRules,
	api: Api,
	consumers: z.array(DeclaredConsumer).describe('Projects that depend on the API in api.yaml.'),
	jobs: Jobs,
	redirects: MovedPages,
};

/** In the order in which a new team needs them. */
export const registryFiles = Object.keys(schemas).filter(
	(name): name is RegistryFile => name in schemas,
);

/** Files that a team without such things leaves out. */
export const optionalFiles: readonly RegistryFile[] = [
	'people',
	'team',
	'consumers',
	'jobs',
	'redirects',
];

export type RegistrySchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of a file as people write it, of the draft that most editors know. */
export function toRegistrySchema(file: RegistryFile): RegistrySchema {
	return z.toJSONSchema(schemas[file], { io: 'input', target: 'draft-07' });
}
