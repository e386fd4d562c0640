import { rulesFor } from '#core/inventory/checks/rules.ts';
import { compareText } from '#model/order.ts';
import type { CheckRules } from '#model/checks.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import type { Site } from '#model/site.ts';
import type { About } from '#model/snapshot.ts';
import { toExportHead, toListStamp, type HeadSource } from './export-head.ts';
import { toExportedProject, type ProjectSource, type Surroundings } from './exported-project.ts';
import type { ExportedCheck, ExportedTool } from '#model/exports/checks.ts';
import {
	CheckCounts,
	ExportedProject,
	LatestVersion,
	Pipeline,
	State,
} from '#model/exports/project.ts';
import { column, columnsOf, toTable, type CsvColumn, type CsvTable } from './csv.ts';

export interface ExportSource extends Surroundings, HeadSource {
	site: Pick<Site, 'title' | 'projectGroups'>;
	about: About;
	checkRules: CheckRules;
	/** In any order. */
	projects: readonly ProjectSource[];
}

/** What machines are told of the inventory: every declared project, in the order of the paths. */
export function toProjectsExport(source: ExportSource): ProjectsExport {
	const { about, checkRules, projects } = source;
	const head = toExportHead('projects', source);
	return {
		...head,
		snapshot: {
			...head.snapshot,
			projects: toListStamp(about.lists.projects),
			groupProjects: toListStamp(about.lists['group-projects']),
			access: toListStamp(about.lists.access),
		},
		checks: rulesFor(checkRules).map(({ id, title, claim, why }) => ({ id, title, claim, why })),
		projects: projects
			.toSorted((a, b) => compareText(a.declared.path, b.declared.path))
			.map((project) => toExportedProject(project, source)),
	};
}

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
	unanswered: project.unanswered?.map(({ part }) => part),
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
	...columnsOf(
		ExportedProject,
		['currentPath', 'hidden', 'unanswered', 'webUrl', 'description'],
		cells,
	),
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
		column(`${prefix}_state`, `${name}: how it compares with the agreed version.`, (project) => {
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
