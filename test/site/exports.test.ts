import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportNames } from '#core/publish/exports/addresses.ts';
import { toChangesTable } from '#core/publish/exports/changes-export.ts';
import { toConsumersTable } from '#core/publish/exports/consumers-export.ts';
import { renderCsv } from '#core/publish/exports/csv.ts';
import { toRulesTable } from '#core/publish/exports/rules-export.ts';
import { toHealthTable } from '#core/publish/exports/health-export.ts';
import { toOnboardingTable } from '#core/publish/exports/onboarding-export.ts';
import { toPlanTable } from '#core/publish/exports/plan-export.ts';
import { toProjectsTable } from '#core/publish/exports/projects-export.ts';
import type { ExportHead } from '#model/exports/file.ts';
import type { ExportedProject } from '#model/exports/project.ts';
import { ProjectsExport } from '#model/exports/exports.ts';
import { pulledAt } from '../builders.ts';
import { hostileText, withTexts } from '../src/core/publish/exports/hostile-text.ts';
import { readTwice } from '../src/core/publish/exports/read-csv.ts';
import { base, host, readDrifting } from './below-path.ts';
import { driftingSnapshot, registry, roles } from './drifting.ts';
import { findHolders, readTexts } from './files.ts';
import { attributeOf, textOf } from './page.ts';

const site = await readDrifting();
// Strict: a field that the schema does not know is a mistake of ours.
const exported = ProjectsExport.parse(JSON.parse(read('projects.json')));
const csv: Record<string, string>[] = parse(read('projects.csv'), { columns: true });

function read(name: string): string {
	return readFileSync(join(site.dist, 'exports/v1', name), 'utf8');
}

function rowOf({ path }: { path: string }): ExportedProject {
	return exported.projects.find((project) => project.path === path)!;
}

test.each(exportNames)('%s.json is what its published schema says', (name) => {
	const schema = JSON.parse(read(`${name}.schema.json`)) as AnySchema & { $id: string };
	const ajv = new Ajv2020({ strict: true });
	addFormats(ajv);
	const isValid = ajv.compile(schema);
	const published = JSON.parse(read(`${name}.json`)) as ExportHead;
	expect(isValid(published), JSON.stringify(isValid.errors)).toBe(true);
	expect(published.schema).toBe(schema.$id);
	expect(isValid({ ...published, added: 'later' })).toBe(true);
	expect(isValid({ ...published, snapshot: undefined })).toBe(false);
});

describe('projects.json', () => {
	test('has every declared project once, and the stamp', () => {
		expect(exported.projects.map(({ path }) => path)).toEqual(
			registry.projects.map(({ path }) => path).toSorted(),
		);
		expect(exported.snapshot).toMatchObject({
			sample: false,
			pulledAt,
			projects: { state: 'fresh', pulledAt, reason: null },
		});
	});

	test('names whole addresses, each of a file of the site', () => {
		const pages = exported.projects.flatMap(({ page, badge }) => [page, badge]);
		for (const address of [exported.schema, exported.about, ...pages]) {
			expect(address.startsWith(`${host}${base}/`), address).toBe(true);
			const file = address.slice(`${host}${base}/`.length);
			expect(existsSync(join(site.dist, file)), address).toBe(true);
		}
	});

	test('says nothing of what strangers cannot see, and no check calls it broken', () => {
		const { webUrl, description, languages, latestVersion, pipeline, tools, checks } = rowOf(
			roles.hidden,
		);
		expect({ webUrl, description, languages, latestVersion, pipeline }).toEqual({
			webUrl: null,
			description: null,
			languages: null,
			latestVersion: null,
			pipeline: null,
		});
		expect(tools.map(({ versions }) => versions)).toEqual(tools.map(() => null));
		const answers = new Map(checks.map(({ id, answer }) => [id, answer]));
		for (const id of ['codeowners', 'pipeline', 'tool-go']) {
			expect(answers.get(id) ?? 'unknown', id).toBe('unknown');
		}
	});
});

describe('projects.csv', () => {
	test('has what GitLab answers as text, and no formula', () => {
		const row = csv.find(({ path }) => path === roles.hostile.path)!;
		expect(row.description).toBe(rowOf(roles.hostile).description);
		expect(row.description).toContain('<script>alert(2)</script>');
		const cells = csv.flatMap((one) => Object.values(one));
		expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
	});
});

describe('a badge', () => {
	test('is there for each project, with its answer and the day', () => {
		for (const { path, checkCounts } of exported.projects) {
			const svg = read(`badges/${path}.svg`);
			const [, words] = /aria-label="checks: ([^"]*)"/.exec(svg) ?? [];
			expect(words, path).toMatch(
				checkCounts.broken > 0
					? new RegExp(`^${String(checkCounts.broken)} broken, 2026-11-23$`)
					: /^(all hold|all hold but \d+ exempt|none broken, \d+ unknown|unknown), 2026-11-23$/,
			);
			expect(svg, path).not.toMatch(/<script|href|\son\w+=/);
		}
	});
});

test('no file holds people, and only those of the plan hold issues of the snapshot', async () => {
	const texts = await readTexts(join(site.dist, 'exports'));
	expect(texts.size).toBe(registry.projects.length + 21);
	const { issues, members } = driftingSnapshot.rows;
	const [issue] = issues;
	expect(findHolders(texts, issue!.webUrl ?? issue!.title)).toEqual([
		'v1/plan.csv',
		'v1/plan.json',
	]);
	for (const { username, name } of members) {
		expect(findHolders(texts, username)).toEqual([]);
		expect(findHolders(texts, name)).toEqual([]);
	}
});

describe('each table', () => {
	const change = {
		...{ day: '', since: '', kind: '', sentence: '', milestone: '', from: '', to: '' },
		issue: { reference: '', title: '', webUrl: '' },
	};
	const tables = [
		{ table: 'projects', toTable: toProjectsTable, more: {} },
		{ table: 'consumers', toTable: toConsumersTable, more: {} },
		{ table: 'plan', toTable: toPlanTable, more: {} },
		{ table: 'rules', toTable: toRulesTable, more: {} },
		{ table: 'onboarding', toTable: toOnboardingTable, more: {} },
		{ table: 'health', toTable: toHealthTable, more: {} },
		// No plan is kept here that another could be compared with.
		{ table: 'changes', toTable: toChangesTable, more: { changes: [change, change] } },
	];

	test.each(tables)('names each column once, and says what it holds: $table', (one) => {
		const { columns } = one.toTable(JSON.parse(read(`${one.table}.json`)) as never);
		expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
		expect(columns.filter(({ name }) => !/^[a-z][a-z_]*$/.test(name))).toEqual([]);
		expect(columns.filter(({ meaning }) => !/^\S.*\.$/.test(meaning))).toEqual([]);
	});

	test.each(tables)('is the same to two readers, whatever its texts: $table', (one) => {
		const { table, toTable, more } = one;
		const value = { ...(JSON.parse(read(`${table}.json`)) as object), ...more };
		const texts = fc.sample(hostileText, { seed: 13, numRuns: 20_000 });
		const csv = renderCsv(toTable(withTexts(value, () => texts.pop() ?? '\n') as never));
		const [first, second] = readTwice(csv);
		expect(first!.length).toBeGreaterThan(2);
		expect(new Set(first!.map((cells) => cells.length)).size).toBe(1);
		expect(second).toEqual(first);
	});
});

describe('the page about them', () => {
	const samplesOf = () => site.page('/about/exports/').all('.code-sample').map(textOf);

	test('leads to every file', () => {
		const links = site.page('/about/exports/').all('.export-files a');
		const addresses = links.map((link) => attributeOf(link, 'href'));
		expect(addresses).toEqual([
			`${base}/exports/v1/projects.json`,
			`${base}/exports/v1/projects.schema.json`,
			`${base}/exports/v1/projects.csv`,
			expect.stringMatching(new RegExp(`^${base}/exports/v1/badges/.+\\.svg$`)) as string,
			`${base}/exports/v1/consumers.json`,
			`${base}/exports/v1/consumers.schema.json`,
			`${base}/exports/v1/consumers.csv`,
			`${base}/exports/v1/plan.json`,
			`${base}/exports/v1/plan.schema.json`,
			`${base}/exports/v1/plan.csv`,
			`${base}/exports/v1/changes.json`,
			`${base}/exports/v1/changes.schema.json`,
			`${base}/exports/v1/changes.csv`,
			`${base}/exports/v1/rules.json`,
			`${base}/exports/v1/rules.schema.json`,
			`${base}/exports/v1/rules.csv`,
			`${base}/exports/v1/onboarding.json`,
			`${base}/exports/v1/onboarding.schema.json`,
			`${base}/exports/v1/onboarding.csv`,
			`${base}/exports/v1/health.json`,
			`${base}/exports/v1/health.schema.json`,
			`${base}/exports/v1/health.csv`,
		]);
	});

	test('has lines to copy, with the address of the site', () => {
		expect(samplesOf()).toEqual(
			expect.arrayContaining([
				`=IMPORTDATA("${host}${base}/exports/v1/projects.csv")`,
				`curl --fail --silent --show-error ${host}${base}/exports/v1/projects.json`,
			]),
		);
		const text = samplesOf().join('\n');
		expect(text).toMatch(/\[!\[Checks of .+\]\(.+\.svg\)\]\(.+\/projects\/.+\/\)/);
		expect(text).toMatch(/<img src=".+\.svg" alt="Checks of .+" height="20">/);
		expect(text).not.toContain('your-handbook.example');
	});

	test('shows a row as it is in the file', () => {
		const shown = JSON.parse(
			samplesOf().findLast((sample) => sample.startsWith('{'))!,
		) as ExportedProject;
		const row = rowOf(shown);
		expect(shown).toEqual({
			...row,
			tools: row.tools.slice(0, 1),
			checks: row.checks.slice(0, 1),
		});
	});

	test('is reached from the page about the data', () => {
		const links = site.page('/about/data/').all('main a');
		expect(links.map((link) => attributeOf(link, 'href'))).toContain(`${base}/about/exports/`);
	});
});
