import type { ExportedCheck, ExportedTool } from '#model/exported-checks.ts';
import {
	CheckCounts,
	ExportedProject,
	LatestVersion,
	Pipeline,
	State,
} from '#model/exported-project.ts';
import { ProjectsExport } from '#model/exports.ts';
import { column, columnsOf, toTable, type CsvColumn, type CsvTable } from './csv.ts';

/** The projects of the JSON, a row each. Tools and checks come last: the registry may add some. */
export function toProjectsTable({ projects, snapshot, checks }: ProjectsExport): CsvTable {
	const stamp = ProjectsExport.shape.snapshot;
	const columns = [
		...declaredColumns,
		...factColumns,
		...columnsOf(stamp.shape.projects, ['pulledAt', 'state'], () => snapshot.projects),
		...columnsOf(stamp, ['source', 'sample'], () => snapshot),
		...(projects[0]?.tools ?? []).flatMap(toolColumns),
		...checks.map(checkColumn),
	];
	return toTable(columns, projects);
}

const state = (project: ExportedProject) => project.state;

/** Of what has several fields, the one that a cell has room for. */
const cells = (project: ExportedProject) => ({
	...project,
	group: project.group.id,
	category: project.category?.id,
	licence: project.licence?.name,
	languages: project.languages?.map(({ name, share }) => `${name} ${String(share)}%`),
	latestVersion: project.latestVersion?.tag,
	upcomingRelease: project.upcomingRelease?.tag,
	pipeline: project.pipeline?.status,
});

const declaredColumns = [
	...columnsOf(ExportedProject, ['path', 'name', 'group', 'category'], cells),
	...columnsOf(State, ['deprecated', 'private', 'declaredArchived'], state),
	...columnsOf(ExportedProject, ['page'], cells),
];

const factColumns = [
	...columnsOf(State, ['answer', 'archived', 'moved'], state),
	...columnsOf(ExportedProject, ['currentPath', 'hidden', 'webUrl', 'description'], cells),
	...columnsOf(ExportedProject, ['defaultBranch', 'licence', 'languages', 'topics'], cells),
	...columnsOf(ExportedProject, ['latestVersion'], cells),
	...columnsOf(
		LatestVersion,
		['kind', 'releasedAt', 'ageDays'],
		({ latestVersion }: ExportedProject) => latestVersion,
	),
	...columnsOf(ExportedProject, ['releaseOverdueAfterDays', 'medianDaysBetweenReleases'], cells),
	...columnsOf(ExportedProject, ['upcomingRelease', 'pipeline'], cells),
	...columnsOf(Pipeline, ['updatedAt'], ({ pipeline }: ExportedProject) => pipeline),
	...columnsOf(ExportedProject, ['lastActivityAt'], cells),
	...columnsOf(
		CheckCounts,
		['holds', 'broken', 'unknown', 'exempt'],
		({ checkCounts }: ExportedProject) => checkCounts,
		'checks_',
	),
];

function toolColumns({ id, name }: ExportedTool): CsvColumn<ExportedProject>[] {
	const prefix = `tool_${inColumn(id)}`;
	const find = ({ tools }: ExportedProject) => tools.find((tool) => tool.id === id);
	return [
		column(`${prefix}_state`, `${name}: how it stands to the agreed version.`, (project) => {
			return find(project)?.state ?? null;
		}),
		column(`${prefix}_versions`, `${name}: every version that is found, once.`, (project) => {
			const versions = find(project)?.versions?.map(({ version }) => version);
			return versions ? [...new Set(versions)].join('; ') : null;
		}),
	];
}

function checkColumn({
	id,
	title,
}: Pick<ExportedCheck, 'id' | 'title'>): CsvColumn<ExportedProject> {
	return column(`check_${inColumn(id)}`, `${title}. Empty: does not apply.`, (project) => {
		return project.checks.find((check) => check.id === id)?.answer ?? null;
	});
}

function inColumn(id: string): string {
	return id.replaceAll('-', '_');
}
