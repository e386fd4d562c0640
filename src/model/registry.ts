import type { Api } from './api.ts';
import type { CheckRules, Exemption } from './checks.ts';
import type { Contact, ContactNeed } from './contact.ts';
import type { Declared, DeclaredConsumer, DeclaredGroup, DeclaredProject } from './declared.ts';
import type { Jobs } from './jobs.ts';
import type { Onboarding, OnboardingStep } from './onboarding.ts';
import type { PlanRules } from './plan-rules.ts';
import type { MovedPage } from './redirects.ts';
import type { Team } from './roster.ts';
import type { DeclaredRule } from './rules.ts';
import type { Site } from './site.ts';

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
