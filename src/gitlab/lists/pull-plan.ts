import { z } from 'zod';
import { milestonesAround } from '#core/base/milestones.ts';
import { findPlanningIssue } from '#core/plan/planning-issues.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Issue, PlanningIssue } from '#model/issue.ts';
import { InvalidDataError } from '#model/parse.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { lists } from '#model/snapshot.ts';
import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { withoutNameless } from '#gitlab/parse/nameless.ts';
import { pullGroupIssues, questionsFor } from './group-issues.ts';
import { withoutDoubles } from './without-doubles.ts';
import { readAssignees, toPublicIssues } from './public-issues.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawMilestone } from '#gitlab/parse/raw.ts';
import { pullKnownIssues } from './pull-departed-issues.ts';
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

const oldestFirst = { orderBy: 'created_at', sort: 'asc' } as const;

/** The issues that are proposed for these milestones, opened ones alone. */
export async function pullCandidates(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onAnswer: () => void,
): Promise<Issue[]> {
	const { group, groupLabels, candidateScope } = rules;
	if (candidateScope === undefined) return [];
	const labels = milestones.map(({ title }) => `${candidateScope}::${title}`);
	const questions = questionsFor(group, groupLabels, labels);
	const opened = { ...oldestFirst, state: 'opened' } as const;
	return unique(await pullGroupIssues(client, questions, opened, onAnswer, plannedBy(rules)));
}

/** The open issues with a label of the roadmap: of each label those that changed last, since more than a page of a column is no plan. */
export async function pullRoadmapIssues(
	client: AnonymousClient,
	rules: PlanRules,
	onAnswer: () => void,
): Promise<Issue[]> {
	const labels = rules.roadmapLabels.map(({ label }) => label);
	const questions = questionsFor(rules.group, rules.groupLabels, labels);
	const newest = { state: 'opened', orderBy: 'updated_at', sort: 'desc', maxPages: 1 } as const;
	return unique(await pullGroupIssues(client, questions, newest, onAnswer, plannedBy(rules)));
}

/** The issues of these milestones or iterations, one question for each label and milestone. */
export async function pullIssues(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	onAnswer: () => void,
): Promise<Issue[]> {
	const { group, groupLabels } = rules;
	const questions = milestones.flatMap((milestone) =>
		groupLabels.map((label) => ({ group, labels: [label], in: milestone })),
	);
	return unique(await pullGroupIssues(client, questions, oldestFirst, onAnswer, plannedBy(rules)));
}

function unique(answers: readonly Issue[][]): Issue[] {
	return withoutDoubles(answers.flat(), lists.issues.id);
}

/**
 * The planning issues of these milestones.
 *
 * @param known The last good ones.
 * @param covers Which roles these accounts have, where somebody asks for roles.
 * @returns `mayBeEmpty`: there are both, planning issues and milestones, so that none for these is an answer.
 * `gone`: those of the known ones that strangers don't see any more.
 */
export async function pullPlanningIssues(
	client: AnonymousClient,
	rules: PlanRules,
	milestones: readonly AskedMilestone[],
	known: readonly PlanningIssue[] = [],
	covers?: (usernames: readonly string[]) => string[],
): Promise<{ rows: PlanningIssue[]; mayBeEmpty: boolean; gone?: ReadonlySet<string> }> {
	if (!rules.planningIssues) return { rows: [], mayBeEmpty: true };
	const { project, label } = rules.planningIssues;
	const answer: unknown = await client.issues.all({
		projectId: project,
		labels: label,
		confidential: false,
		...oldestFirst,
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
	const present = new Set(issues.map(referenceOf));
	const absent = known.filter((issue) => !present.has(referenceOf(issue)));
	const { gone } = await pullKnownIssues(client, absent);
	return {
		rows: withoutDoubles(withRoles, lists['planning-issues'].id),
		mayBeEmpty: issues.length > 0 && milestones.length > 0,
		gone,
	};
}
