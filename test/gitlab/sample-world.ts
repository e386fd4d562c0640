import { visitorIssues, withAnswers } from './sample/visitor-issues.ts';
import { withLabels, withNamedMilestones } from './sample/named.ts';
import { findNamedThings } from '#core/doubt/named-things.ts';
import { hasPlan } from '#core/snapshot/configured-lists.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { Registry } from '#model/registry.ts';
import { planted } from './planted.ts';
import { addDays, instantOn } from './sample/calendar.ts';
import { sampleEpics } from './sample/epics.ts';
import { sampleGroups } from './sample/groups.ts';
import { sampleIssues } from './sample/issues.ts';
import { sampleMilestones } from './sample/milestones.ts';
import { newcomerIssues } from './sample/newcomer-issues.ts';
import { reader, sampleUsers } from './sample/people.ts';
import { sampleProjects } from './sample/projects.ts';
import { sampleTeam } from './sample/team.ts';
import type { World, WorldIssue, WorldMilestone, WorldPerson, WorldToken } from './world.ts';

/**
 * An invented world in which all that the registry declares exists.
 *
 * It follows from the registry and the day alone. Its secrets are in `planted.ts`.
 *
 * @param texts Of pages: what they name exists, too.
 */
export function sampleWorld(
	registry: Registry,
	today: IsoDate,
	texts: readonly string[] = [],
): World {
	const made = sampleProjects(registry, today);
	const { projects, moved } = made;
	const milestones = sampleMilestones(registry.plan, today);
	const all = [
		...(hasPlan(registry) ? sampleIssues(registry.plan, milestones, projects, today) : []),
		...newcomerIssues(registry, today),
		...visitorIssues(registry, today),
	];
	const team = sampleTeam(registry);
	const issues = withAnswers(withPlanners(all, registry.plan, team), today);
	const named = findNamedThings(registry, texts);
	return {
		today,
		version: '19.6.0-ee',
		webUrl: registry.site.instance.replace(/\/+$/, ''),
		users: sampleUsers(registry),
		groups: withLabels(sampleGroups(registry, made, today), named),
		projects: withLabels(projects, named),
		...withNamedMilestones(
			registry.plan.iterations
				? asIterations(registry.plan.iterations, milestones.all, issues)
				: { milestones: milestones.all, issues },
			named,
			today,
		),
		epics: sampleEpics(registry.plan, milestones.all, today),
		team,
		tokens: new Map([[planted.token, sampleToken(today)]]),
		moved,
	};
}

/** Everybody of the team looks at the plan, but for the issue of the milestone that comes last. */
function withPlanners(
	issues: readonly WorldIssue[],
	rules: PlanRules,
	team: readonly WorldPerson[],
): WorldIssue[] {
	const assignees = team.flatMap(({ gitlab }) => gitlab ?? []);
	const label = rules.planningIssues?.label;
	const planning = issues.filter(({ labels }) => label !== undefined && labels.includes(label));
	const last = planning.at(-1);
	return issues.map((issue) =>
		planning.includes(issue) && issue !== last ? { ...issue, assignees } : issue,
	);
}

/** The periods that a team of milestones would have, and its issues, for a team of iterations. */
function asIterations(
	{ cadence = 'Sample cadence' }: NonNullable<PlanRules['iterations']>,
	milestones: readonly WorldMilestone[],
	issues: readonly WorldIssue[],
): Pick<World, 'milestones' | 'iterations' | 'issues'> {
	return {
		milestones: [],
		iterations: milestones.flatMap((milestone) => {
			const { startDate, dueDate } = milestone;
			if (startDate === null || dueDate === null) return [];
			return [{ ...milestone, cadence, startDate, dueDate }];
		}),
		issues: issues.map((issue) => ({
			...issue,
			milestoneId: null,
			iterationId: issue.milestoneId,
		})),
	};
}

function sampleToken(today: IsoDate): WorldToken {
	return {
		id: 1,
		name: 'handbook',
		username: reader,
		scopes: ['read_api'],
		state: 'valid',
		createdAt: instantOn(addDays(today, -30), 'token'),
		expiresAt: addDays(today, 300),
	};
}
