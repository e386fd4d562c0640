import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toProjectsTable } from '#core/publish/exports/projects-export.ts';
import type { ProjectsExport } from '#model/exports/exports.ts';
import {
	aProjectsExport,
	anExportedCheck,
	anExportedProject,
	anExportedTool,
	anUnknownProject,
} from './values.ts';

const cellsOf = (csv: string): string[][] => parse(csv);
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });
const renderProjectsCsv = (projects: ProjectsExport) => renderCsv(toProjectsTable(projects));
const rowOf = (projects: ProjectsExport, path: string) =>
	rowsOf(renderProjectsCsv(projects)).find((row) => row.path === path)!;

test('a row says what the JSON says', () => {
	const project = anExportedProject({
		category: { id: 'images', title: 'Images' },
		tools: [
			anExportedTool({
				state: 'behind',
				versions: [
					{ version: '1.25', file: 'go.mod', line: 3 },
					{ version: '1.25.1', file: 'mise.toml', line: 2 },
					{ version: '1.25', file: '.gitlab-ci.yml', line: 9 },
				],
			}),
		],
		checkCounts: { holds: 4, broken: 3, unknown: 2, exempt: 1 },
	});
	expect(rowOf(aProjectsExport({ projects: [project] }), project.path)).toEqual({
		path: 'example/tools/widget',
		name: 'Widget',
		group: 'product',
		category: 'images',
		deprecated: 'false',
		private: 'false',
		declared_archived: 'false',
		page: '/projects/example/tools/widget/',
		answer: 'found',
		archived: 'false',
		moved: 'false',
		current_path: 'example/tools/widget',
		hidden: '',
		unanswered: '',
		web_url: 'https://gitlab.example.com/example/tools/widget',
		description: 'Waits for work.',
		default_branch: 'main',
		licence: 'MIT License',
		languages: 'Go 98.1%; Shell 1.9%',
		topics: 'ci; runner',
		latest_version: 'v1.2.3',
		latest_version_kind: 'release',
		released_at: '2026-11-01T09:00:00Z',
		age_days: '22',
		release_overdue_after_days: '45',
		median_days_between_releases: '30',
		upcoming_release: '',
		pipeline: 'success',
		pipeline_at: '2026-11-20T12:10:00Z',
		last_activity_at: '2026-11-20T12:00:00Z',
		checks_holds: '4',
		checks_broken: '3',
		checks_unknown: '2',
		checks_exempt: '1',
		pulled_at: '2026-11-23T08:30:00Z',
		list_state: 'fresh',
		source: 'https://gitlab.example.com',
		sample: 'false',
		tool_go_state: 'behind',
		tool_go_versions: '1.25; 1.25.1',
		check_release: 'holds',
	});
});

describe('what is unknown is an empty cell', () => {
	const unknown = anUnknownProject({
		checks: [],
		checkCounts: { holds: 0, broken: 0, unknown: 0, exempt: 0 },
	});
	const row = rowOf(aProjectsExport({ projects: [unknown] }), unknown.path);
	const empty = Object.keys(row).filter((name) => row[name] === '');

	test('never 0, false or a word', () => {
		expect(empty).toEqual(
			(
				'category archived moved current_path hidden unanswered web_url description default_branch ' +
				'licence languages topics latest_version latest_version_kind released_at age_days ' +
				'release_overdue_after_days median_days_between_releases upcoming_release pipeline ' +
				'pipeline_at last_activity_at tool_go_versions check_release'
			).split(' '),
		);
	});

	test('while a count of none is 0', () => {
		expect(row.checks_unknown).toBe('0');
	});
});

describe('every row carries the stamp', () => {
	const { snapshot } = aProjectsExport();
	test.each([
		{ pulledAt: '2026-11-20T07:15:00Z', sample: true },
		{ pulledAt: null, sample: false },
	])('$pulledAt, $sample', ({ pulledAt, sample }) => {
		const projects = { ...snapshot.projects, pulledAt };
		const rows = rowsOf(
			renderProjectsCsv(aProjectsExport({ snapshot: { ...snapshot, sample, projects } })),
		);
		const stamp = { pulled_at: pulledAt ?? '', sample: String(sample) };
		expect(rows.map(({ pulled_at, sample }) => ({ pulled_at, sample }))).toEqual([stamp, stamp]);
	});
});

describe('the form of the file', () => {
	const csv = renderProjectsCsv(aProjectsExport());

	test('begins with the column "path", without a byte order mark', () => {
		expect(csv.startsWith('path,name,')).toBe(true);
	});

	test('a check has its column on days on which it applies to no project', () => {
		const projects = aProjectsExport({ projects: [anExportedProject({ checks: [] })] });
		expect(rowOf(projects, 'example/tools/widget').check_release).toBe('');
	});

	test('holds only the columns when nothing is declared', () => {
		expect(cellsOf(renderProjectsCsv(aProjectsExport({ projects: [] })))).toHaveLength(1);
	});
});

test('an answer stands in the column of its check', () => {
	const checks = [anExportedCheck({ answer: 'broken' })];
	const projects = aProjectsExport({ projects: [anExportedProject({ checks })] });
	expect(rowOf(projects, 'example/tools/widget').check_release).toBe('broken');
});
