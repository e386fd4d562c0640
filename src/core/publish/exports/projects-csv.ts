import type { ExportedCheck, ExportedTool } from '#model/exported-checks.ts';
import type { ExportedProject } from '#model/exported-project.ts';
import type { ProjectsExport } from '#model/exports.ts';
import { column, joined, toTable, type CsvColumn, type CsvTable } from './csv.ts';

type Column = CsvColumn<ExportedProject>;

/** The projects of the JSON, a row each. */
export function toProjectsTable(projects: ProjectsExport): CsvTable {
	return toTable(csvColumns(projects), projects.projects);
}

/** Names stay as they are; tools and checks come last, since the registry may add some. */
function csvColumns({ projects, snapshot, checks }: ProjectsExport): Column[] {
	return [
		...declaredColumns,
		...factColumns,
		...checkSums,
		column('pulled_at', 'When the row was got from GitLab. Empty: never.', () => {
			return snapshot.projects.pulledAt;
		}),
		column('list_state', 'fresh, stale (older rows, since GitLab failed) or missing.', () => {
			return snapshot.projects.state;
		}),
		column('source', 'The GitLab that was asked.', () => snapshot.source),
		column('sample', 'true: what looks as if it came from GitLab is invented.', () => {
			return snapshot.sample;
		}),
		...(projects[0]?.tools ?? []).flatMap(toolColumns),
		...checks.map(checkColumn),
	];
}

const declaredColumns: readonly Column[] = [
	column('path', 'The path that the team declares: look rows up by it.', ({ path }) => path),
	column('name', 'What the team calls it.', ({ name }) => name),
	column('group', 'Its group in the inventory.', ({ group }) => group.id),
	column('category', 'Its category there.', ({ category }) => category?.id ?? null),
	column(
		'deprecated',
		'true: the team has said that it is on its way out.',
		({ state }) => state.deprecated,
	),
	column(
		'private',
		'true: the team has said that strangers cannot see it.',
		({ state }) => state.private,
	),
	column(
		'declared_archived',
		'true: the team has said that it is archived.',
		({ state }) => state.declaredArchived,
	),
	column('page', 'Its page in the handbook.', ({ page }) => page),
];

const factColumns: readonly Column[] = [
	column('answer', 'What GitLab answered to a stranger.', ({ state }) => state.answer),
	column(
		'archived',
		'Whether it is archived on GitLab. Empty: not known.',
		({ state }) => state.archived,
	),
	column('moved', 'GitLab has it at another path.', ({ state }) => state.moved),
	column('current_path', 'The path that GitLab has.', ({ currentPath }) => currentPath),
	column('hidden', 'Parts that strangers cannot see.', ({ hidden }) => joined(hidden)),
	column('web_url', 'Its page on GitLab.', ({ webUrl }) => webUrl),
	column('description', 'Its description on GitLab.', ({ description }) => description),
	column('default_branch', 'Its default branch on GitLab.', ({ defaultBranch }) => defaultBranch),
	column('licence', 'The licence that GitLab recognises.', ({ licence }) => licence?.name ?? null),
	column(
		'languages',
		'Languages of its source with their shares, largest first.',
		({ languages }) => {
			return joined(languages?.map(({ name, share }) => `${name} ${String(share)}%`));
		},
	),
	column('topics', 'Its topics on GitLab.', ({ topics }) => joined(topics)),
	column('latest_version', 'The newest version that is out.', ({ latestVersion }) => {
		return latestVersion?.tag ?? null;
	}),
	column('latest_version_kind', 'release, or tag where no releases are made.', (project) => {
		return project.latestVersion?.kind ?? null;
	}),
	column(
		'released_at',
		'When the latest version came out.',
		({ latestVersion }) => latestVersion?.releasedAt ?? null,
	),
	column(
		'age_days',
		'Age of the latest version in days, on the day of the snapshot.',
		({ latestVersion }) => {
			return latestVersion?.ageDays ?? null;
		},
	),
	column(
		'release_overdue_after_days',
		'A latest version older than so many days is overdue.',
		(project) => {
			return project.releaseOverdueAfterDays;
		},
	),
	column(
		'median_days_between_releases',
		'Days between one release and the next, the median of the newest.',
		(project) => {
			return project.medianDaysBetweenReleases;
		},
	),
	column('upcoming_release', 'A release that is planned and not out.', ({ upcomingRelease }) => {
		return upcomingRelease?.tag ?? null;
	}),
	column(
		'pipeline',
		"State of the default branch's newest pipeline, in GitLab's word.",
		({ pipeline }) => {
			return pipeline?.status ?? null;
		},
	),
	column(
		'pipeline_at',
		'When that pipeline changed last.',
		({ pipeline }) => pipeline?.updatedAt ?? null,
	),
	column(
		'last_activity_at',
		'When somebody was last active there, as GitLab notes it.',
		({ lastActivityAt }) => lastActivityAt,
	),
];

const checkSums: readonly Column[] = (['holds', 'broken', 'unknown', 'exempt'] as const).map(
	(answer) =>
		column(
			`checks_${answer}`,
			`How many checks have the answer "${answer}".`,
			({ checkCounts }) => {
				return checkCounts[answer];
			},
		),
);

function toolColumns({ id, name }: ExportedTool): Column[] {
	const prefix = `tool_${inColumn(id)}`;
	const find = ({ tools }: ExportedProject) => tools.find((tool) => tool.id === id);
	return [
		column(`${prefix}_state`, `${name}: how it stands to the agreed version.`, (project) => {
			return find(project)?.state ?? null;
		}),
		column(`${prefix}_versions`, `${name}: every version that is found, once.`, (project) => {
			const versions = find(project)?.versions?.map(({ version }) => version);
			return joined(versions && [...new Set(versions)]);
		}),
	];
}

function checkColumn({ id, title }: Pick<ExportedCheck, 'id' | 'title'>): Column {
	return column(`check_${inColumn(id)}`, `${title}. Empty: does not apply.`, (project) => {
		return project.checks.find((check) => check.id === id)?.answer ?? null;
	});
}

function inColumn(id: string): string {
	return id.replaceAll('-', '_');
}
