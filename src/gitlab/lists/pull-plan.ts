import { z } from 'zod';
import { milestonesAround } from '#core/base/milestones.ts';
import { findPlanningIssue } from '#core/plan/planning-issues.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Issue, PlanningIssue } from '#model/issue.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { lists } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { withoutDoubles } from './without-doubles.ts';
import { readAssignees, toPublicIssues } from './public-issues.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
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
	const planned = milestonesAround(withoutDoubles(milestones, lists.milestones.id), today, {
		pattern: rules.milestonePattern,
		before: milestonesBefore,
		after: milestonesAfter,
	});
	const [first] = milestones;
	if (first === undefined || planned.length > 0) return planned;
	throw new InvalidDataError(
		`No ${plannedBy(rules)} of ${rules.group} has a title that fits milestonePattern, ${rules.milestonePattern}; one is called ${JSON.stringify(first.title)}.\n` +
			'Correct milestonePattern in content/registry/plan.yaml, or remove it to plan by all of them.',
	);
}

/** Issues are planned for milestones of groups above, too. The client does not know the parameter. */
const andAbove = { includeAncestors: true };

async function pullGroupMilestones(
	client: AnonymousClient,
	{ group }: PlanRules,
	onLeftOut?: (count: number) => void,
): Promise<AskedMilestone[]> {
	const answer: unknown = await client.milestones.all(group, { ...andAbove, perPage: 100 });
	const named = withoutNameless(answer, 'title', onLeftOut);
	const question = `the milestones of ${group}`;
	const milestones = parseAnswer(z.array(RawMilestone), named, question, 'Group milestones API');
	// Of one title the group's own comes last, which counts: its address is the longest.
	return milestones.map(toMilestone).toSorted((a, b) => depthOf(a) - depthOf(b));
}

function depthOf({ webUrl }: AskedMilestone): number {
	return webUrl?.split('/').length ?? 0;
}

/** One question about issues of the group, and what it asks for in words. */
interface IssueQuestion {
	named: string;
	labels: string;
	milestone?: string;
	iterationId?: number;
}

/** Which of them come, and in which order. */
interface Selection {
	state?: 'opened';
	orderBy: 'created_at' | 'updated_at';
	sort: 'asc' | 'desc';
	perPage: number;
	maxPages?: number;
}

/** The issues that GitLab answers to these questions, without doubles. */
async function pullGroupIssues(
	client: AnonymousClient,
	rules: PlanRules,
	questions: readonly IssueQuestion[],
	selection: Selection,
	onRow: () => void,
): Promise<Issue[]> {
	const answers = await Promise.all(
		questions.map(async ({ named, ...question }) => {
			const answer: unknown = await client.issues.all({
				groupId: rules.group,
				...question,
				confidential: false,
				...selection,
			});
			onRow();
			return toPublicIssues(answer, `the issues of ${rules.group} ${named}`, plannedBy(rules));
		}),
	);
	return withoutDoubles(answers.flat(), lists.issues.id);
}

const oldestFirst: Selection = { orderBy: 'created_at', sort: 'asc', perPage: 100 };

/** The issues that are proposed for these milestones, opened ones alone. */
export async function pullCandidates(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onRow: () => void,
): Promise<Issue[]> {
	const { candidateScope } = rules;
	if (candidateScope === undefined) return [];
	const labels = milestones.map(({ title }) => `${candidateScope}::${title}`);
	return pullLabelled(client, rules, labels, oldestFirst, onRow);
}

/** Of a column more is no plan. */
const issuesPerColumn = 100;

/** The open issues with a label of the roadmap: of each label those that changed last. */
export async function pullRoadmapIssues(
	client: AnonymousClient,
	rules: PlanRules,
	onStep: () => void,
): Promise<Issue[]> {
	const labels = rules.roadmapLabels.map(({ label }) => label);
	const newestFirst = { orderBy: 'updated_at', sort: 'desc' } as const;
	const onePage = { perPage: issuesPerColumn, maxPages: 1 };
	return pullLabelled(client, rules, labels, { ...newestFirst, ...onePage }, onStep);
}

/** Open issues with one of these labels beside one of the group: one question for each two of them. */
async function pullLabelled(
	client: AnonymousClient,
	rules: PlanRules,
	labels: readonly string[],
	selection: Selection,
	onRow: () => void,
): Promise<Issue[]> {
	const questions = labels.flatMap((other) =>
		rules.groupLabels.map((label) => ({
			named: `with ~"${label}" and ~"${other}"`,
			labels: `${label},${other}`,
		})),
	);
	return pullGroupIssues(client, rules, questions, { state: 'opened', ...selection }, onRow);
}

/** The issues of these milestones or iterations, one question for each label and milestone. */
export async function pullIssues(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onRow: () => void,
): Promise<Issue[]> {
	const questions = milestones.flatMap(({ title, iterationId }) =>
		rules.groupLabels.map((label) => ({
			named: `in %${title} with ~"${label}"`,
			labels: label,
			...(iterationId === undefined ? { milestone: title } : { iterationId }),
		})),
	);
	return pullGroupIssues(client, rules, questions, oldestFirst, onRow);
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
		...oldestFirst,
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
