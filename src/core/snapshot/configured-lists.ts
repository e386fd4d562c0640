import { findAnswerProjects } from '#core/people/answers.ts';
import { findNamedLabels } from '#core/doubt/named-things.ts';
import type { Registry } from '#model/registry.ts';
import { listNames, type ListName } from '#model/snapshot.ts';

/** Of the lists that a team may do without: whether the registry declares anything of them. */
const configured: Partial<Record<ListName, (registry: Registry) => boolean>> = {
	projects: ({ projects }) => projects.length > 0,
	consumers: ({ consumers }) => consumers.length > 0,
	evidence: ({ consumers, api }) => consumers.length > 0 && api.endpoints.length > 0,
	libraries: ({ api }) => api.clients.some(({ project }) => project !== undefined),
	surface: ({ api: { surface } }) => surface.pages.length > 0 || surface.openapi !== undefined,
	'group-projects': ({ checks }) => checks.completeGroups.length > 0,
	access: ({ people }) => people.length > 0,
	milestones: hasPlan,
	issues: hasPlan,
	'former-issues': hasPlan,
	candidates: ({ plan }) => hasPlan({ plan }) && plan.candidateScope !== undefined,
	'planning-issues': ({ plan }) => hasPlan({ plan }) && plan.planningIssues !== undefined,
	'roadmap-issues': ({ plan }) => hasPlan({ plan }) && plan.roadmapLabels.length > 0,
	'good-first-issues': ({ onboarding }) => onboarding?.goodFirstIssues !== undefined,
	named: (registry) => findNamedLabels(registry).length > 0,
	groups: ({ people }) => people.length > 0,
	members: ({ people }) => people.length > 0,
	team: ({ team }) => team.rosters.length > 0,
	answers: (registry) =>
		registry.team.rosters.length > 0 && findAnswerProjects(registry).length > 0,
};

/** Whether any issue can belong to the plan. */
export function hasPlan({ plan }: Pick<Registry, 'plan'>): boolean {
	return plan.groupLabels.length > 0;
}

/** The lists for which the registry declares nothing: nobody is asked for them, and nothing is missing. */
export function findUnusedLists(registry: Registry): ReadonlySet<ListName> {
	return new Set(listNames.filter((list) => configured[list]?.(registry) === false));
}
