import { dayOf } from '#core/base/dates.ts';
import type { Outcomes } from '#core/snapshot/last-good.ts';
import { findCoveredRoles } from '#core/people/covered-roles.ts';
import { findAskedMilestones, findPlannedMilestones } from '#core/base/milestones.ts';
import type { Milestone } from '#model/milestone.ts';
import type { RosterRow } from '#model/roster.ts';
import type { DeclaredRule } from '#model/rules.ts';
import type { ListName } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { formatCount } from '#core/words/formats.ts';
import { pullDepartedIssues } from './pull-departed-issues.ts';
import type { AskedMilestone } from './pull-iterations.ts';
import {
	plannedBy,
	pullCandidates,
	pullIssues,
	pullMilestones,
	pullPlanningIssues,
	pullRoadmapIssues,
} from './pull-plan.ts';
import { once, type Puller, type Source } from './source.ts';

type PlanList =
	'milestones' | 'issues' | 'former-issues' | 'candidates' | 'planning-issues' | 'roadmap-issues';

/** The lists of the plan, which need its milestones. */
export function planPullers(
	{ registry: { plan, rules }, lastGood, now, note }: Source,
	clientFor: (list: ListName) => AnonymousClient,
	team: () => Promise<readonly RosterRow[]>,
): Record<PlanList, Puller> {
	const noteLeftOut = (count: number) =>
		note?.(
			`milestones: ${formatCount(count, 'milestone')} without a title that can be shown ${count === 1 ? 'is' : 'are'} left out.`,
		);
	const pulled = once(() => pullMilestones(clientFor('milestones'), plan, dayOf(now), noteLeftOut));
	// Milestones change once a month: those of the last pull do when GitLab fails to list them now.
	// Issues of iterations are asked for by numbers, which a snapshot does not keep.
	const milestones = () =>
		pulled().catch((error: unknown): readonly AskedMilestone[] => {
			if (plan.iterations === undefined && lastGood?.rows.milestones.length)
				return lastGood.rows.milestones;
			throw error;
		});
	// One pull replaces both lists or neither: an issue that is in none of them is not seen any more.
	const pulledIssues = once(async (onStep: () => void): Promise<Outcomes> => {
		const asked = findAskedMilestones(await milestones(), plan, dayOf(now));
		const issues = await pullIssues(clientFor('issues'), plan, asked, onStep);
		const known = {
			issues: lastGood?.rows.issues ?? [],
			departedIssues: lastGood?.rows['former-issues'] ?? [],
		};
		const titles = asked.map(({ title }) => title);
		const client = clientFor('former-issues');
		const { rows, gone } = await pullDepartedIssues(client, known, titles, issues, plannedBy(plan));
		return {
			issues: { kind: 'rows', rows: issues, gone },
			'former-issues': { kind: 'rows', rows, gone, mayShrink: true },
		};
	});
	return {
		milestones: {
			of: 1,
			pull: async (onStep) => {
				const rows = await pulled();
				onStep();
				return { milestones: { kind: 'rows', rows: rows.map(withoutNumber) } };
			},
		},
		issues: {
			of: plan.groupLabels.length * (plan.nextMilestones + 2),
			pull: pulledIssues,
		},
		'former-issues': {
			of: 1,
			pull: async (onStep) => {
				const outcomes = await pulledIssues(() => undefined);
				onStep();
				return outcomes;
			},
		},
		candidates: {
			of: plan.groupLabels.length * plan.nextMilestones,
			pull: async (onStep) => {
				// The plan of the current milestone is made: what it had candidates for is decided.
				const [, ...next] = findPlannedMilestones(await milestones(), plan, dayOf(now));
				const rows = await pullCandidates(clientFor('candidates'), plan, next, onStep);
				return { candidates: { kind: 'rows', rows, mayShrink: true } };
			},
		},
		'roadmap-issues': {
			of: plan.groupLabels.length * plan.roadmapLabels.length,
			pull: async (onStep) => {
				const rows = await pullRoadmapIssues(clientFor('roadmap-issues'), plan, onStep);
				return { 'roadmap-issues': { kind: 'rows', rows, mayShrink: true } };
			},
		},
		'planning-issues': {
			of: 1,
			pull: async (onStep) => {
				const client = clientFor('planning-issues');
				const covers = await findRoles(rules, team);
				const known = lastGood?.rows['planning-issues'] ?? [];
				const answer = await pullPlanningIssues(client, plan, await milestones(), known, covers);
				onStep();
				return { 'planning-issues': { kind: 'rows', ...answer } };
			},
		},
	};
}

/** How to tell roles, where a rule asks for some, and the list of people can be read. */
async function findRoles(
	rules: readonly DeclaredRule[],
	team: () => Promise<readonly RosterRow[]>,
): Promise<((usernames: readonly string[]) => string[]) | undefined> {
	const roles = rules.find(({ id }) => id === 'planning-issues-covered')?.roles;
	const rows = roles && (await team().catch(() => undefined));
	return rows && ((usernames) => findCoveredRoles(roles, rows, usernames));
}

function withoutNumber({ title, startDate, dueDate, state, webUrl }: AskedMilestone): Milestone {
	return { title, startDate, dueDate, state, webUrl };
}
