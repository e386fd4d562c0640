import { z } from 'zod';
import { Api } from './api.ts';
import { CheckRules, type Exemption } from './checks.ts';
import { Contact, type ContactNeed } from './contact.ts';
import { DeclaredConsumer, DeclaredGroup, DeclaredProject, type Declared } from './declared.ts';
import { Jobs } from './jobs.ts';
import { Onboarding, type OnboardingStep } from './onboarding.ts';
import { PlanRules } from './plan-rules.ts';
import { MovedPages, type MovedPage } from './redirects.ts';
import { Team } from './roster.ts';
import { DeclaredRule } from './rules.ts';
import { Site } from './site.ts';

/** `checks.yaml`, with the places of what may have to be changed. */
export interface DeclaredChecks extends CheckRules {
	completeGroups: Declared<CheckRules['completeGroups'][number]>[];
	exemptions: Declared<Exemption>[];
}

/** `contact.yaml`, with the places of its needs. */
export interface DeclaredContact extends Contact {
	sections: (Contact['sections'][number] & { needs: Declared<ContactNeed>[] })[];
}

/** `onboarding.yaml`, with the places of its steps. */
export interface DeclaredOnboarding extends Onboarding {
	steps: Declared<OnboardingStep>[];
}

export interface Registry {
	site: Site;
	projects: Declared<DeclaredProject>[];
	consumers: Declared<DeclaredConsumer>[];
	plan: PlanRules;
	people: Declared<DeclaredGroup>[];
	/** `undefined`, as the next two: the team has none. */
	jobs: Jobs | undefined;
	contact: DeclaredContact | undefined;
	onboarding: DeclaredOnboarding | undefined;
	team: Team;
	redirects: MovedPage[];
	checks: DeclaredChecks;
	api: Api;
	/** The rules that the handbook states. Empty: the team states none. */
	rules: Declared<DeclaredRule>[];
}

export type RegistryFile = keyof Registry;

/** What each file of `content/registry` may say. Titles, descriptions and examples are published. */
export const registrySchemas: Record<RegistryFile, z.ZodType> = {
	site: Site,
	projects: z.array(DeclaredProject).describe('The projects that the team maintains.'),
	checks: CheckRules,
	people: z
		.array(DeclaredGroup)
		.describe('The groups of people on GitLab. checks.yaml refers to them.'),
	team: Team,
	plan: PlanRules,
	api: Api,
	consumers: z.array(DeclaredConsumer).describe('Projects that depend on the API in api.yaml.'),
	contact: Contact,
	onboarding: Onboarding,
	jobs: Jobs,
	redirects: MovedPages,
	rules: z
		.array(DeclaredRule)
		.describe('The rules that this handbook states, which we check with every pull.'),
};

/** In the order in which a new team needs them. */
export const registryFiles = Object.keys(registrySchemas).filter(
	(name): name is RegistryFile => name in registrySchemas,
);

/** Files that a team without such things leaves out. */
export const optionalFiles: readonly RegistryFile[] = registryFiles.filter(
	(name) => name !== 'site' && name !== 'projects',
);

export type RegistrySchema = z.core.JSONSchema.BaseSchema;
export type SchemaPart = RegistrySchema['items'];

/** None of ours has a part that is all or nothing, `true`, or several. */
export function isSchema(part: SchemaPart): part is RegistrySchema {
	return typeof part === 'object' && !Array.isArray(part);
}

/** The JSON Schema of a file as people write it, of the draft that most editors know. */
export function toRegistrySchema(file: RegistryFile): RegistrySchema {
	return z.toJSONSchema(registrySchemas[file], { io: 'input', target: 'draft-07' });
}
