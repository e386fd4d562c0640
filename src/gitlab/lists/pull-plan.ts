import { z } from 'zod';
import { milestonesAround } from '#core/base/milestones.ts';
import { findPlanningIssue } from '#core/plan/planning-issues.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Issue, PlanningIssue } from '#model/issue.ts';
import { parseOrExplain } from '#model/parse.ts';
import type { PlanRules } from '#model/registry.ts';
import { lists } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { readAssignees, toPublicIssues } from './public-issues.ts';
import { RawMilestone } from '#gitlab/parse/raw.ts';
import { toMilestone, type PlannedBy } from '#gitlab/parse/to-model.ts';
import { pullIterations, type AskedMilestone } from './pull-iterations.ts';

const milestonesBefore = 3;
const milestonesAfter = 6;

/** Whether issues are planned for milestones, or for iterations that stand for them. */
export function plannedBy({ iterations }: Pick<PlanRules, 'iterations'>): PlannedBy {
	return iterations === undefined ? 'milestone' : 'iteration';
}

/**
 * The milestones or iterations of the plan around today: only titles that the registry's pattern takes.
 *
 * @param onLeftOut Called with the number of those that have no title to be seen.
 */
export async function pullMilestones(
	client: AnonymousClient,
	rules: PlanRules,
	today: IsoDate,
	onLeftOut?: (count: number) => void,
): Promise<AskedMilestone[]> {
	const ask = plannedBy(rules) === 'iteration' ? pullIterations : pullGroupMilestones;
	const milestones = await ask(client, rules, onLeftOut);
	return milestonesAround(withoutDoubles(milestones, lists.milestones.id), today, {
		pattern: rules.milestonePattern,
		before: milestonesBefore,
		after: milestonesAfter,
	});
}

async function pullGroupMilestones(
	client: AnonymousClient,
	{ group }: PlanRules,
	onLeftOut?: (count: number) => void,
): Promise<AskedMilestone[]> {
	const answer: unknown = await client.milestones.all(group, { perPage: 100 });
	const named = withoutNameless(answer, 'title', onLeftOut);
	return parseOrExplain(z.array(RawMilestone), named, {
		source: `GitLab's answer to the milestones of ${group}`,
		hint: 'Compare it with the Group milestones API and adjust src/gitlab/parse/raw.ts.',
	}).map(toMilestone);
}

/**
 * The issues that are proposed for these milestones, opened ones alone: one question for each label of
 * the group and milestone, without doubles.
 */
export async function pullCandidates(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onRow: () => void,
): Promise<Issue[]> {
	const { group, groupLabels, candidateScope } = rules;
	if (candidateScope === undefined) return [];
	const questions = milestones.flatMap(({ title }) =>
		groupLabels.map((label) => ({ label, candidate: `${candidateScope}::${title}` })),
	);
	const answers = await Promise.all(
		questions.map(async ({ label, candidate }) => {
			const answer: unknown = await client.issues.all({
				groupId: group,
				labels: `${label},${candidate}`,
				state: 'opened',
				confidential: false,
				orderBy: 'created_at',
				sort: 'asc',
				perPage: 100,
			});
			onRow();
			const question = `the issues of ${group} with ~"${label}" and ~"${candidate}"`;
			return toPublicIssues(answer, question, plannedBy(rules));
		}),
	);
	return withoutDoubles(answers.flat(), lists.candidates.id);
}

/** Of a column more is no plan. */
const issuesPerColumn = 100;

/**
 * The open issues with a label of the roadmap: of each label those that changed last, without doubles.
 */
export async function pullRoadmapIssues(
	client: AnonymousClient,
	rules: PlanRules,
	onStep: () => void,
): Promise<Issue[]> {
	const { group, groupLabels, roadmapLabels } = rules;
	const questions = roadmapLabels.flatMap(({ label: column }) =>
		groupLabels.map((label) => ({ label, column })),
	);
	const answers = await Promise.all(
		questions.map(async ({ label, column }) => {
			const answer: unknown = await client.issues.all({
				groupId: group,
				labels: `${label},${column}`,
				state: 'opened',
				confidential: false,
				orderBy: 'updated_at',
				sort: 'desc',
				perPage: issuesPerColumn,
				maxPages: 1,
			});
			onStep();
			const question = `the issues of ${group} with ~"${label}" and ~"${column}"`;
			return toPublicIssues(answer, question, plannedBy(rules));
		}),
	);
	return withoutDoubles(answers.flat(), lists['roadmap-issues'].id);
}

/** The issues of these milestones or iterations, one question for each label and milestone, without doubles. */
export async function pullIssues(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onRow: () => void,
): Promise<Issue[]> {
	const { group, groupLabels } = rules;
	const questions = milestones.flatMap(({ title, iterationId }) =>
		groupLabels.map((label) => ({ title, iterationId, label })),
	);
	const answers = await Promise.all(
		questions.map(async ({ title, iterationId, label }) => {
			const answer: unknown = await client.issues.all({
				groupId: group,
				labels: label,
				...(iterationId === undefined ? { milestone: title } : { iterationId }),
				confidential: false,
				orderBy: 'created_at',
				sort: 'asc',
				perPage: 100,
			});
			onRow();
			const question = `the issues of ${group} in %${title} with ~"${label}"`;
			return toPublicIssues(answer, question, plannedBy(rules));
		}),
	);
	return withoutDoubles(answers.flat(), lists.issues.id);
}

/**
 * The planning issues of these milestones.
 *
 * @param covers Which roles these accounts have, where somebody asks for roles.
 * @returns `mayBeEmpty`: there are both, planning issues and milestones, so that none for these is an answer.
 */
export async function pullPlanningIssues(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	covers?: (usernames: readonly string[]) => string[],
): Promise<{ rows: PlanningIssue[]; mayBeEmpty: boolean }> {
	if (!rules.planningIssues) return { rows: [], mayBeEmpty: true };
	const { project, label } = rules.planningIssues;
	const answer: unknown = await client.issues.all({
		projectId: project,
		labels: label,
		confidential: false,
		orderBy: 'created_at',
		sort: 'asc',
		perPage: 100,
	});
	const question = `the issues of ${project} with ~"${label}"`;
	const issues = toPublicIssues(answer, question, plannedBy(rules));
	const planning = milestones.flatMap(
		(milestone) => findPlanningIssue(milestone, issues, rules) ?? [],
	);
	const assignees = covers && readAssignees(answer, question);
	const withRoles = planning.map((issue): PlanningIssue => {
		return { ...issue, ...(covers && { covers: covers(assignees?.get(issue.iid) ?? []) }) };
	});
	return {
		rows: withoutDoubles(withRoles, lists['planning-issues'].id),
		mayBeEmpty: issues.length > 0 && milestones.length > 0,
	};
}

/** Rows can move from one page to the next while a list is read, and then come twice. */
function withoutDoubles<Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] {
	return [...new Map(rows.map((row) => [idOf(row), row])).values()];
}
