import { planningDay } from '#core/plan/planning-issues.ts';
import type { MilestonePlan, Plan, PlannedIssue, PriorityGroup } from '#core/plan/plan.ts';
import { toPlainLine } from '#core/base/plain-text.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { ExportedIssue, ExportedMilestone, PlanExport } from '#model/exports/plan.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import type { About } from '#model/snapshot.ts';
import { toExportHead, toListStamp, type HeadSource } from './export-head.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';

interface PlanSource extends HeadSource {
	about: About;
	rules: Pick<PlanRules, 'planningIssues' | 'planningIssueDaysBefore'>;
	plan: Plan;
}

/** What machines are told of the plan: the current milestone and the next ones, with their issues. */
export function toPlanExport(source: PlanSource): PlanExport {
	const { about, rules, plan } = source;
	const { current, next } = plan;
	const placed = [
		...(current ? [{ place: 'current', of: current } as const] : []),
		...next.map((of) => ({ place: 'next', of }) as const),
	];
	const head = toExportHead('plan', source);
	return {
		...head,
		snapshot: {
			...head.snapshot,
			milestones: toListStamp(about.lists.milestones),
			issues: toListStamp(about.lists.issues),
			planningIssues: toListStamp(about.lists['planning-issues']),
		},
		milestones: placed.map(({ place, of }) => toMilestone(of, place, rules)),
		issues: placed.flatMap(({ of }) =>
			of.groups.flatMap(({ priority, issues }) =>
				issues.map((planned) => toIssue(planned, of.milestone.title, priority)),
			),
		),
	};
}

function toMilestone(
	{ milestone, dates, planningIssue, progress }: MilestonePlan,
	place: ExportedMilestone['place'],
	rules: PlanSource['rules'],
): ExportedMilestone {
	const { start, cutoff, scopeFinal, kickoff, release } = dates;
	return {
		title: toPlainLine(milestone.title),
		place,
		state: toPlainLine(milestone.state),
		webUrl: milestone.webUrl,
		start,
		cutoff,
		planningIssueDue: planningDay(start, rules),
		scopeFinal,
		kickoff,
		release,
		planningIssue: planningIssue && {
			reference: referenceOf(planningIssue),
			title: toPlainLine(planningIssue.title),
			state: toPlainLine(planningIssue.state),
			webUrl: planningIssue.webUrl,
		},
		issueCounts: { ...progress.count, notWeighed: progress.notWeighed },
		weights: progress.weight,
	};
}

function toIssue(
	{ issue, commitment, workflow, blocked, carried, missedDeliverable }: PlannedIssue,
	milestone: string,
	priority: PriorityGroup['priority'],
): ExportedIssue {
	return {
		reference: referenceOf(issue),
		project: issue.project,
		iid: issue.iid,
		title: toPlainLine(issue.title),
		webUrl: issue.webUrl,
		milestone: toPlainLine(milestone),
		state: toPlainLine(issue.state),
		commitment,
		priority: priority?.name ?? null,
		workflow: workflow === null ? null : toPlainLine(workflow),
		health: issue.healthStatus === null ? null : toPlainLine(issue.healthStatus),
		weight: issue.weight,
		blocked,
		carriedFrom: carried.map((title) => toPlainLine(title)),
		missedDeliverable,
	};
}

/** The issues of the JSON, a row each, with the days of their milestone. */
export function toPlanTable({ snapshot, milestones, issues }: PlanExport): CsvTable {
	const byTitle = new Map(milestones.map((milestone) => [milestone.title, milestone]));
	const stamp = PlanExport.shape.snapshot;
	const columns = [
		...columnsOf(ExportedIssue, issueKeys, (issue: ExportedIssue) => issue),
		...columnsOf(
			ExportedMilestone,
			milestoneKeys,
			(issue: ExportedIssue) => byTitle.get(issue.milestone),
			'milestone_',
		),
		...columnsOf(stamp.shape.issues, ['pulledAt', 'state'], () => snapshot.issues),
		...columnsOf(stamp, ['source', 'sample'], () => snapshot),
	];
	return toTable(columns, issues);
}

const issueKeys = [
	'reference',
	'title',
	'milestone',
	'commitment',
	'priority',
	'state',
	'workflow',
	'health',
	'weight',
	'blocked',
	'carriedFrom',
	'missedDeliverable',
	'project',
	'iid',
	'webUrl',
] as const;

const milestoneKeys = [
	'place',
	'start',
	'cutoff',
	'planningIssueDue',
	'scopeFinal',
	'kickoff',
	'release',
] as const;
