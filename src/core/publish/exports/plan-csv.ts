import type { ExportedIssue, ExportedMilestone, PlanExport } from '#model/exported-plan.ts';
import { column, joined, toTable, type CsvColumn, type CsvTable } from './csv.ts';

interface Row {
	issue: ExportedIssue;
	/** `undefined`: never, since every issue is of a milestone of the file. */
	milestone: ExportedMilestone | undefined;
}
type Column = CsvColumn<Row>;

/** The issues of the JSON, a row each, with the days of their milestone. */
export function toPlanTable(plan: PlanExport): CsvTable {
	const byTitle = new Map(plan.milestones.map((milestone) => [milestone.title, milestone]));
	const rows = plan.issues.map((issue) => ({ issue, milestone: byTitle.get(issue.milestone) }));
	return toTable(planColumns(plan), rows);
}

/** Names stay as they are. */
function planColumns({ snapshot }: Pick<PlanExport, 'snapshot'>): Column[] {
	return [
		...issueColumns,
		...milestoneColumns,
		column('pulled_at', 'When the issues were got from GitLab.', () => snapshot.issues.pulledAt),
		column('list_state', 'fresh, or stale: older rows, since GitLab failed.', () => {
			return snapshot.issues.state;
		}),
		column('source', 'The GitLab that was asked.', () => snapshot.source),
		column('sample', 'true: all is invented.', () => snapshot.sample),
	];
}

const issueColumns: readonly Column[] = [
	column('reference', 'Project and number: look rows up by it.', ({ issue }) => issue.reference),
	column('title', 'Its title on GitLab.', ({ issue }) => issue.title),
	column('milestone', 'The title of its milestone.', ({ issue }) => issue.milestone),
	column('commitment', 'deliverable or stretch.', ({ issue }) => issue.commitment),
	column('priority', 'Its priority, such as P1. Empty: none.', ({ issue }) => issue.priority),
	column('state', 'opened or closed.', ({ issue }) => issue.state),
	column('workflow', 'Its workflow label. Empty: none.', ({ issue }) => issue.workflow),
	column('health', 'Its health status. Empty: not set.', ({ issue }) => issue.health),
	column('weight', 'Points. Empty: not weighed.', ({ issue }) => issue.weight),
	column('blocked', 'true: a label says that it cannot go on.', ({ issue }) => issue.blocked),
	column('carried_from', 'Milestones in which it was not done.', ({ issue }) => {
		return joined(issue.carriedFrom);
	}),
	column('missed_deliverable', 'true: it was a commitment in one of them.', ({ issue }) => {
		return issue.missedDeliverable;
	}),
	column('project', 'Full path of its project.', ({ issue }) => issue.project),
	column('iid', 'Its number in the project.', ({ issue }) => issue.iid),
	column('web_url', 'Its page on GitLab.', ({ issue }) => issue.webUrl),
];

const milestoneColumns: readonly Column[] = [
	column('milestone_place', 'current or next.', ({ milestone }) => milestone?.place ?? null),
	dayColumn('start', 'First day of the milestone.', ({ start }) => start),
	dayColumn('cutoff', 'Last day of the milestone.', ({ cutoff }) => cutoff),
	dayColumn('planning_issue_due', 'When its planning issue is due, computed.', (milestone) => {
		return milestone.planningIssueDue;
	}),
	dayColumn('scope_final', 'When its plan is final, computed.', ({ scopeFinal }) => scopeFinal),
	dayColumn('kickoff', 'When development begins, computed.', ({ kickoff }) => kickoff),
	dayColumn('release', 'When it is released, computed.', ({ release }) => release),
];

function dayColumn(
	name: string,
	meaning: string,
	read: (milestone: ExportedMilestone) => string | null,
): Column {
	return column(`milestone_${name}`, `${meaning} Empty: no date.`, ({ milestone }) => {
		return milestone ? read(milestone) : null;
	});
}
