import { z } from 'zod';
import { GroupProject, ProjectAccess } from './checks.ts';
import { ConsumerEvidence, DocumentedEndpoint, LibraryVersion } from './evidence.ts';
import { AnsweredIssue, DepartedIssue, Issue, PlanningIssue } from './issue.ts';
import { Group, Member } from './member.ts';
import { Milestone } from './milestone.ts';
import { compareNamed, namedId, NamedThing } from './named.ts';
import { compareReferences, compareText, compareTitles } from './order.ts';
import { Project } from './project.ts';
import { RosterRow } from './roster.ts';

/** An entry of the table: all that differs between the lists of a snapshot. */
interface Entry<Row> {
	schema: z.ZodType<Row>;
	/** What tells one row from the others. */
	id: (row: Row) => string;
	order: (a: Row, b: Row) => number;
	/** What the list is called on pages, in the middle of a sentence. */
	title: string;
	/** The file of `content/registry` that says what is in it, without `.yaml`. */
	declaredIn: string;
}

/** A list of the snapshot, as those use it who work with any of them. */
export interface ListKind<Row, Rows = Row[]> extends Omit<Entry<Row>, 'order'> {
	rows: z.ZodType<Rows>;
	/** Puts the rows in the one order of a snapshot, so that a diff shows changes only. */
	sort: (rows: readonly Row[]) => Rows;
}

const ofPlan = { order: compareReferences, declaredIn: 'plan' } as const;
const byPath = byId(({ path }: { path: string }) => path);
const issueId = ({ project, iid }: Pick<Issue, 'project' | 'iid'>) => `${project}#${String(iid)}`;

/** The lists of a snapshot, each a file of that name. */
export const listTable = {
	projects: kind({
		schema: Project,
		...byPath,
		title: 'projects',
		declaredIn: 'projects',
	}),
	consumers: kind({
		schema: Project,
		...byPath,
		title: 'consumers',
		declaredIn: 'consumers',
	}),
	evidence: kind({
		schema: ConsumerEvidence,
		...byPath,
		title: 'source of the consumers',
		declaredIn: 'consumers',
	}),
	libraries: kind({
		schema: LibraryVersion,
		...byId(({ client }: LibraryVersion) => client),
		title: 'versions of client libraries',
		declaredIn: 'api',
	}),
	surface: kind({
		schema: DocumentedEndpoint,
		id: ({ source, file, line, method, path }) =>
			`${source} ${file}:${String(line)} ${method} ${path}`,
		order: (a, b) =>
			compareText(a.source, b.source) || compareText(a.file, b.file) || a.line - b.line,
		title: 'documentation of the API',
		declaredIn: 'api',
	}),
	'group-projects': kind({
		schema: GroupProject,
		...byPath,
		title: 'projects of complete groups',
		declaredIn: 'checks',
	}),
	access: kind({
		schema: ProjectAccess,
		...byId(({ project, group }: ProjectAccess) => `${project} ${group}`),
		title: 'access of the team’s groups',
		declaredIn: 'checks',
	}),
	milestones: kind({
		schema: Milestone,
		id: ({ title }) => title,
		order: (a, b) => compareTitles(a.title, b.title),
		title: 'milestones',
		declaredIn: 'plan',
	}),
	issues: kind({ schema: Issue, id: issueId, ...ofPlan, title: 'issues of the plan' }),
	'former-issues': kind({
		schema: DepartedIssue,
		id: issueId,
		...ofPlan,
		title: 'issues that have left the plan',
	}),
	candidates: kind({ schema: Issue, id: issueId, ...ofPlan, title: 'candidates' }),
	'planning-issues': kind({
		schema: PlanningIssue,
		id: issueId,
		...ofPlan,
		title: 'planning issues',
	}),
	'roadmap-issues': kind({
		schema: Issue,
		id: issueId,
		...ofPlan,
		title: 'issues of the roadmap',
	}),
	'good-first-issues': kind({
		schema: Issue,
		id: issueId,
		order: compareReferences,
		title: 'issues for newcomers',
		declaredIn: 'onboarding',
	}),
	named: kind({
		schema: NamedThing,
		id: namedId,
		order: compareNamed,
		title: 'labels and titles that pages name',
		declaredIn: 'plan',
	}),
	groups: kind({ schema: Group, ...byPath, title: 'groups', declaredIn: 'people' }),
	members: kind({
		schema: Member,
		...byId(({ group, username }: Member) => `${group}/${username}`),
		title: 'members',
		declaredIn: 'people',
	}),
	team: kind({
		schema: RosterRow,
		id: ({ roster, position }) => `${roster}/${String(position)}`,
		order: (a, b) => compareText(a.roster, b.roster) || a.position - b.position,
		title: 'team rosters',
		declaredIn: 'team',
	}),
	answers: kind({
		schema: AnsweredIssue,
		id: issueId,
		order: compareReferences,
		title: 'first answers to issues',
		declaredIn: 'contact',
	}),
};

/** What follows from an entry. The compiler takes the row from the schema, and holds the rest to it. */
function kind<Row>({ order, ...entry }: Entry<Row>): ListKind<Row> {
	return { ...entry, rows: z.array(entry.schema), sort: (rows) => rows.toSorted(order) };
}

function byId<Row>(id: (row: Row) => string): Pick<Entry<Row>, 'id' | 'order'> {
	return { id, order: (a, b) => compareText(id(a), id(b)) };
}
