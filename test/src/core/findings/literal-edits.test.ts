/** The edits of findings, made to the text of the registry as their words say, and no cleverer. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Edit } from '#core/inventory/check.ts';
import { findDrift } from '#core/findings/drift.ts';
import { describeEditOrder, type Finding } from '#core/findings/finding.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { readRegistry } from '#store/registry.ts';
import { aGroupProject, aProject, aSnapshot, someFacts } from '../../../builders.ts';

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'edits-'));
	await cp(
		join(import.meta.dirname, '../../../fixtures/registry'),
		join(root, 'content/registry'),
		{
			recursive: true,
		},
	);
});
afterEach(() => rm(root, { recursive: true }));

const projectsYaml = `# Invented projects.
- path: acme/anvil
  name: Anvil
  group: product
- path: acme/drill
  name: Drill
  group: product
  private: true
# The engine has its own comment.
- path: acme/engine
  earlierPaths:
    - acme/motor
    - acme/steam
  name: Engine
  group: product
- path: acme/hammer
  name: Hammer
  group: product
  tree:
    ref: main
    path: head
- path: acme/tools/saw
  name: Saw
  group: helper
  category: tools
  archived: true
- path: acme/tools/wrench
  name: Wrench
  group: helper
  category: tools
`;
const found = (path: string, facts: Parameters<typeof someFacts>[0] = {}) =>
	aProject({ path, facts: someFacts({ path, ...facts }) });

/** Everything that has an edit at once, some of them at the same entry. */
const drifted = aSnapshot({
	rows: {
		projects: [
			found('acme/anvil', { path: 'acme/new/anvil', archived: true }),
			found('acme/drill'),
			found('acme/engine', { path: 'acme/locomotive' }),
			aProject({ path: 'acme/hammer', answer: 'missing-or-private' }),
			found('acme/tools/saw'),
			aProject({ path: 'acme/tools/wrench', answer: 'missing-or-private' }),
		],
		consumers: [found('acme/car')],
		'group-projects': ['aaa', 'tester', 'wrench-two', 'wrench-three'].map((name, index) =>
			aGroupProject({ path: `acme/tools/${name}`, group: 'acme/tools', id: 50 + index }),
		),
	},
});
/** The same GitLab, asked for the new paths. */
const pulledAgain = (snapshot: Snapshot): Snapshot => ({
	...snapshot,
	rows: {
		...snapshot.rows,
		projects: [
			...snapshot.rows.projects.map((row) => ({ ...row, path: row.facts?.path ?? row.path })),
			...snapshot.rows['group-projects'].map(({ path }) => found(path)),
		],
	},
});

const pathOf = (file: string) => join(root, file);

/** From the last line of a file to its first, and of several at one line the last one first. */
async function makeEdits(edits: readonly Edit[]): Promise<void> {
	for (const edit of edits.toReversed().toSorted((a, b) => b.line - a.line)) {
		const lines = (await readFile(pathOf(edit.file), 'utf8')).split('\n');
		if (edit.action === 'add') lines.splice(edit.line, 0, edit.text);
		else {
			const text = edit.action === 'replace' ? [edit.text] : [];
			lines.splice(edit.line - 1, edit.end - edit.line + 1, ...text);
		}
		await writeFile(pathOf(edit.file), lines.join('\n'));
	}
}

async function drift(snapshot: Snapshot): Promise<readonly Finding[]> {
	const registry = await readRegistry(root);
	return findDrift(registry, snapshot);
}

const ofRegistry = ['path', 'readable', 'archived'];
const disagreements = (findings: readonly Finding[]) =>
	findings.flatMap((finding) => {
		if (finding.rule === 'check') {
			const { check, project } = finding;
			return ofRegistry.includes(check!) ? [`${check!} of ${project}`] : [];
		}
		if ('exemption' in finding) return [`${finding.rule} of ${finding.exemption.project}`];
		return 'project' in finding ? [`${finding.rule}: ${finding.project}`] : [];
	});

test.each([
	{ style: 'at the margin', indent: '' },
	{ style: 'indented', indent: '    ' },
])('edits made as they stand settle their findings: entries $style', async ({ indent }) => {
	const path = pathOf('content/registry/projects.yaml');
	await writeFile(path, projectsYaml.replaceAll(/^(?=[^\n])/gm, indent));
	const rules = pathOf('content/registry/checks.yaml');
	// A check that holds, so that both exemptions are to go.
	const text = await readFile(rules, 'utf8');
	await writeFile(rules, text.replace('check: tool-go', 'check: licence'));
	const findings = await drift(drifted);
	expect(disagreements(findings)).toEqual([
		'path of acme/anvil',
		'archived of acme/anvil',
		'readable of acme/drill',
		'path of acme/engine',
		'readable of acme/hammer',
		'archived of acme/tools/saw',
		'readable of acme/tools/wrench',
		'project-not-declared: acme/tools/aaa',
		'project-not-declared: acme/tools/tester',
		'project-not-declared: acme/tools/wrench-three',
		'project-not-declared: acme/tools/wrench-two',
		'exemption-of-nothing of acme/engine',
		'exemption-not-needed of acme/engine',
	]);
	expect(describeEditOrder(findings)).toContain('from the last line of a file to its first');
	await makeEdits(findings.flatMap(({ edits = [] }) => edits));

	const { projects, checks } = await readRegistry(root);
	expect(projects).toMatchObject([
		{ path: 'acme/new/anvil', earlierPaths: ['acme/anvil'], archived: true },
		{ path: 'acme/drill', private: false },
		{ path: 'acme/locomotive', earlierPaths: ['acme/motor', 'acme/steam', 'acme/engine'] },
		{ path: 'acme/hammer', private: true, tree: { ref: 'main', path: 'head' } },
		{ path: 'acme/tools/aaa', group: 'helper', category: 'tools' },
		{ path: 'acme/tools/saw', archived: false },
		{ path: 'acme/tools/tester', private: false },
		{ path: 'acme/tools/wrench', private: true },
		{ path: 'acme/tools/wrench-three', private: false },
		{ path: 'acme/tools/wrench-two', private: false },
	]);
	expect(checks.exemptions).toEqual([]);
	expect(await readFile(path, 'utf8')).toContain('# The engine has its own comment.');
	expect(disagreements(await drift(drifted))).toEqual([
		...['aaa', 'tester', 'wrench-three', 'wrench-two'].map(
			(name) => `project-not-pulled: acme/tools/${name}`,
		),
	]);
	expect(disagreements(await drift(pulledAgain(drifted)))).toEqual([]);
});

test('entries that are not written in lines get words alone', async () => {
	await writeFile(
		pathOf('content/registry/projects.yaml'),
		'- { path: acme/anvil,\n    name: Anvil, group: product }\n- {path: acme/tools/saw, name: Saw, group: product}\n',
	);
	const findings = await drift(drifted);
	expect(disagreements(findings)).toContain('path of acme/anvil');
	expect(disagreements(findings)).toContain('project-not-declared: acme/tools/tester');
	expect(findings.flatMap(({ edits = [] }) => edits).map(({ file }) => file)).not.toContain(
		'content/registry/projects.yaml',
	);
});
