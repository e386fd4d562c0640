import { ExportedIssue, ExportedMilestone, PlanExport } from '#model/exported-plan.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';

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
