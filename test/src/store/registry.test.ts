import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readRegistry } from '#store/registry.ts';

const checkout = join(import.meta.dirname, '../../..');

let root: string;
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'registry-'));
	await cp(join(checkout, 'test/fixtures/registry'), join(root, 'content/registry'), {
		recursive: true,
	});
});
afterEach(() => rm(root, { recursive: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
	const path = join(root, 'content/registry', file);
	const text = await readFile(path, 'utf8');
	expect(text).toContain(from);
	await writeFile(path, text.replace(from, to));
}

const problem = async (): Promise<string> => {
	const error: unknown = await readRegistry(root).catch((reason: unknown) => reason);
	return error instanceof Error ? error.message : 'no error';
};

const source =
	'url: https://a.example, asOf: 2026-11-20, source: { title: A, url: https://a.example }';

test('a registry without mistakes is read, and knows where each entry stands', async () => {
	const registry = await readRegistry(root);
	expect(registry.projects.map(({ path }) => path)).toEqual(['acme/engine', 'acme/tools/wrench']);
	expect(registry.projects[1]?.place).toEqual({
		file: 'content/registry/projects.yaml',
		line: 5,
		end: 8,
		indent: 0,
		lines: { path: 5, name: 6, group: 7, category: 8 },
		ends: {},
	});
	expect(registry.jobs?.jobs[0]?.children[0]).toMatchObject({ slug: 'start-engine', grade: 'B' });
	expect(registry.contact?.sections[0]?.needs[1]).toMatchObject({
		id: 'wheel',
		place: { line: 21 },
	});
	expect(registry.people[0]?.place.file).toBe('content/registry/people.yaml');
	expect(registry.checks.exemptions.map(({ place }) => place)).toMatchObject([
		{ line: 14, end: 18, indent: 2 },
		{ line: 19, end: 23, indent: 2 },
	]);
});

test('an agreed version in quotes is read as it is written', async () => {
	await edit('checks.yaml', 'agreed: 1.26.5', "agreed: '1.30'");
	const { checks } = await readRegistry(root);
	expect(checks.tools[0]?.agreed).toBe('1.30');
	expect(checks.completeGroups[0]).toMatchObject({ path: 'acme/tools', place: { line: 4 } });
});

test('what would act in a name is read as what it is', async () => {
	await edit('projects.yaml', 'name: Engine', 'name: "Engine \\u202Etxt\\a"\n  note: \u202Etxt');
	const { projects } = await readRegistry(root);
	expect(projects[0]).toMatchObject({
		name: String.raw`Engine \u202Etxt\u0007`,
		note: String.raw`\u202Etxt`,
	});
});

describe('an entry ends with its last line', () => {
	test.each([
		{ why: 'at the end of the file', more: '', end: 4 },
		{ why: 'not with blank lines below it', more: '\n\n', end: 4 },
		{ why: 'not with the comment of the next one', more: '\n# The next:\n', end: 4 },
		{ why: 'with a comment inside of it', more: '\n  # Old:\n  deprecated: true\n', end: 6 },
		{
			why: 'with a mapping that is its last value',
			more: '\n  tree:\n    ref: main\n    path: src # here\n\n# c\n',
			end: 7,
		},
		{ why: 'with one in braces', more: '\n  tree: { ref: main,\n    path: src }\n# c\n', end: 6 },
		{ why: 'with a text of several lines', more: '\n  note: >-\n    Two\n    lines.\n\n', end: 7 },
	])('$why', async ({ more, end }) => {
		await edit('projects.yaml', '\n  group: product\n', `\n  group: product${more || '\n'}`);
		const [engine, wrench] = (await readRegistry(root)).projects;
		expect(engine?.place).toMatchObject({ line: 2, end });
		expect(wrench?.place.line).toBeGreaterThan(end);
	});
});

describe('the style of an entry', () => {
	const write = (text: string) => writeFile(join(root, 'content/registry/projects.yaml'), text);
	test.each([
		{ why: 'in lines', text: '- path: a/b\n  name: B\n  group: product', indent: 0 },
		{ why: 'indented', text: '  - path: a/b\n    name: B\n    group: product', indent: 2 },
		{ why: 'in braces', text: '- { path: a/b, name: B, group: product }', indent: null },
		{
			why: 'in braces over lines',
			text: '- { path: a/b,\n  name: B,\n  group: product }',
			indent: null,
		},
		{ why: 'below its "-"', text: '-\n  path: a/b\n  name: B\n  group: product', indent: null },
		{
			why: 'far from its "-"',
			text: '-   path: a/b\n    name: B\n    group: product',
			indent: null,
		},
	])('$why: $indent', async ({ text, indent }) => {
		await write(`# Invented.\n${text}\n`);
		expect((await readRegistry(root)).projects[0]?.place.indent).toBe(indent);
	});

	test('tells how far a key of several lines goes', async () => {
		await write(
			'- path: a/b\n  earlierPaths:\n    - a/c\n    - a/d\n\n  # Its name:\n  name: B\n  group: product\n',
		);
		const [project] = (await readRegistry(root)).projects;
		const place = project?.place;
		expect(place).toMatchObject({ lines: { earlierPaths: 2 }, ends: { earlierPaths: 4 } });
		expect(Object.keys(place!.ends)).toEqual(['earlierPaths']);
	});
});

test('no exemptions may be written as nothing: that is what removing the last one leaves', async () => {
	const path = join(root, 'content/registry/checks.yaml');
	const text = await readFile(path, 'utf8');
	await writeFile(path, text.slice(0, text.indexOf('exemptions:') + 'exemptions:'.length));
	expect((await readRegistry(root)).checks.exemptions).toEqual([]);
});

describe('what a team does not have', () => {
	const source = 'https://gitlab.example.com';
	test.each([
		{ name: 'consumers', value: [] },
		{ name: 'contact', value: undefined },
		{ name: 'onboarding', value: undefined },
		{ name: 'jobs', value: undefined },
		{ name: 'redirects', value: [] },
		{ name: 'rules', value: [] },
		{ name: 'team', value: { source, rosters: [] } },
	] as const)('needs no $name.yaml', async ({ name, value }) => {
		const file = join(root, 'content/registry', `${name}.yaml`);
		await writeFile(file, '# Not yet.\n');
		expect((await readRegistry(root))[name]).toEqual(value);
		await rm(file);
		expect((await readRegistry(root))[name]).toEqual(value);
	});

	test('needs no api.yaml, and then nothing of an API is declared', async () => {
		await rm(join(root, 'content/registry/api.yaml'));
		expect((await readRegistry(root)).api).toMatchObject({
			clients: [],
			endpoints: [],
			surface: { pages: [] },
		});
	});

	test.each([
		{ how: 'is not there', write: (file: string) => rm(file) },
		{ how: 'has only comments', write: (file: string) => writeFile(file, '# None yet.\n') },
	])('needs nothing of a file that $how', async ({ write }) => {
		for (const file of [
			'checks',
			'people',
			'team',
			'plan',
			'consumers',
			'jobs',
			'redirects',
			'api',
			'rules',
		])
			await write(join(root, `content/registry/${file}.yaml`));
		expect(await readRegistry(root)).toMatchObject({
			checks: { codeowners: [], completeGroups: [], tools: [] },
			people: [],
			team: { rosters: [] },
			plan: { groupLabels: [] },
			consumers: [],
			jobs: undefined,
			redirects: [],
			api: { endpoints: [] },
		});
	});

	test('is not read from a file whose letters nobody can tell', async () => {
		await writeFile(join(root, 'content/registry/projects.yaml'), '# Grüße\n', 'latin1');
		await expect(readRegistry(root)).rejects.toThrow(
			"content/registry/projects.yaml is not UTF-8, so we can't read its letters.\nSave it as UTF-8",
		);
	});

	test.each([
		{ name: 'plan.yml', meant: 'plan.yaml' },
		{ name: 'poeple.yaml', meant: 'people.yaml' },
		{ name: 'holidays.yaml', meant: 'site.yaml, projects.yaml, checks.yaml' },
	])('is not left out because its file is called $name', async ({ name, meant }) => {
		await writeFile(join(root, 'content/registry', name), '');
		await expect(readRegistry(root)).rejects.toThrow(
			`content/registry/${name} isn't read. Expected ${meant}`,
		);
	});

	test('is no entry of a file that has only comments', async () => {
		await writeFile(join(root, 'content/registry/projects.yaml'), '# None yet.\n');
		expect((await readRegistry(root)).projects).toEqual([]);
	});
});

test('addresses have the letters of any language', async () => {
	const moved = "- { title: 面談, from: [/古い/面談/], to: '/調査/#質問の例' }\n";
	await writeFile(join(root, 'content/registry/redirects.yaml'), moved);
	expect((await readRegistry(root)).redirects[0]?.to).toBe('/調査/#質問の例');
});

describe('a mistake is explained with file, line, what was expected and what to do', () => {
	test.each([
		{
			why: 'broken YAML',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'name: "Wrench',
			says: [
				'content/registry/projects.yaml is not valid YAML',
				'A quote is opened and not closed (line 6, column 9)',
			],
		},
		{
			why: 'a key that appears twice',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'name: Wrench\n  name: Spanner',
			says: ['The key name appears twice (line 7', 'Keep one of the two.'],
		},
		{
			why: 'a tab',
			file: 'projects.yaml',
			from: '  name: Wrench',
			to: '\tname: Wrench',
			says: [
				'The line begins with a tab, or a space of another kind (line 6',
				'Indent it with spaces.',
			],
		},
		{
			why: 'a text with a colon',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'name: Wrench: the tool',
			says: ['A text has a colon and a space in it', '(line 6, column 9)', 'into quotes'],
		},
		{
			why: 'a merge that nobody has ended',
			file: 'site.yaml',
			from: 'instance:',
			to: '<<<<<<< HEAD\n=======\n>>>>>>> other\ninstance:',
			says: ['A merge left conflict markers (line 3', 'Keep the right part'],
		},
		{
			why: 'a second document',
			file: 'site.yaml',
			from: 'instance:',
			to: '---\ninstance:',
			says: ['A line of --- begins another document (line 3', 'Remove that line'],
		},
		{
			why: 'a path that is an address, with what was found',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'name: Wrench\n  earlierPaths: [https://gitlab.com/a/b]',
			says: ['Invalid project path: expected "group/project"', 'Found "https://gitlab.com/a/b"'],
		},
		{
			why: 'the address of the API',
			file: 'site.yaml',
			from: 'instance: https://',
			to: 'instance: https://gitlab.example/api/v4 # https://',
			says: ['Address of the API: expected the address of GitLab itself, without /api/v4'],
		},
		{
			why: 'labels as prose has them',
			file: 'plan.yaml',
			from: 'groupLabels:',
			to: `groupLabels: ['~"group::a"', 'group::a, group::b']\n#`,
			says: [/Invalid label: .+ Found "~\\"group::a\\""/, 'Found "group::a, group::b"'],
		},
		{
			why: 'a reference to nothing',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'name: *Wrench',
			says: [
				'content/registry/projects.yaml is not valid YAML',
				/Unresolved alias.*: Wrench \(line 6,/,
				'into quotes',
			],
		},
		{
			why: 'an unknown key',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'nmae: Wrench\n  name: Wrench',
			says: ['Unrecognized key: "nmae": did you mean "name"?', '(line 6)', 'Correct it'],
		},
		{
			why: 'two unknown keys of one entry, each with its line',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'nmae: Wrench\n  colour: red\n  name: Wrench',
			says: [
				/did you mean "name"\?\n {2}→ at \[1\] \(line 6\)/,
				/"colour": expected one of "path", "earlierPaths", .*\n {2}→ at \[1\] \(line 7\)/,
			],
		},
		{
			why: 'an unknown key at the top of a file',
			file: 'site.yaml',
			from: 'instance:',
			to: 'titel: Engines\ninstance:',
			says: ['"titel": did you mean "title"?\n  → at the top level (line 3)'],
		},
		{
			why: 'an unknown key deep in a list of an optional list',
			file: 'site.yaml',
			from: '- id: helper',
			to: '- Id: helper\n    id: helper',
			says: ['"Id": did you mean "id"?\n  → at projectGroups[1] (line '],
		},
		{
			why: 'an unknown key of one of several kinds',
			file: 'team.yaml',
			from: 'managerRole:',
			to: 'manager-role: Chief\n    managerRole:',
			says: ['"manager-role": did you mean "managerRole"?\n  → at rosters[1] (line 11)'],
		},
		{
			why: 'a doubled path, in another spelling',
			file: 'projects.yaml',
			from: 'acme/tools/wrench',
			to: 'ACME/Engine',
			says: [
				'Duplicate path: ACME/Engine is declared on line 2 already',
				'(line 5)',
				'each path once',
			],
		},
		{
			why: 'an earlier path that a project has now',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'earlierPaths: [Acme/Engine]\n  name: Wrench',
			says: [
				'Duplicate path: Acme/Engine is declared on line 2 already',
				'→ at [1].earlierPaths[0] (line 6)',
				'an earlier path that no project has, and each once',
			],
		},
		{
			why: 'an earlier path of two projects',
			file: 'projects.yaml',
			from: 'name: Engine\n  group: product\n- path: acme/tools/wrench',
			to: 'earlierPaths: [acme/old]\n  name: Engine\n  group: product\n- path: acme/tools/wrench\n  earlierPaths: [acme/Old]',
			says: [
				'Duplicate path: acme/Old is declared on line 3 already',
				'→ at [1].earlierPaths[0] (line 7)',
			],
		},
		{
			why: 'an earlier path that is the path',
			file: 'projects.yaml',
			from: 'name: Wrench',
			to: 'earlierPaths: [acme/tools/wrench]\n  name: Wrench',
			says: ['Duplicate path: acme/tools/wrench is declared on line 5 already', '(line 6)'],
		},
		{
			why: 'a path that is an address',
			file: 'projects.yaml',
			from: 'acme/engine',
			to: 'https://gitlab.example.com/acme/engine',
			says: ['Invalid project path: expected "group/project"', '(line 2)'],
		},
		{
			why: 'an unknown group',
			file: 'projects.yaml',
			from: 'group: product',
			to: 'group: produce',
			says: [
				'Unknown group "produce": expected one of "product", "helper"',
				'(line 4)',
				'site.yaml',
			],
		},
		{
			why: 'an unknown category',
			file: 'projects.yaml',
			from: 'category: tools',
			to: 'category: tolls',
			says: ['Unknown category "tolls": expected one of "tools"', '(line 8)', 'add yours there'],
		},
		{
			why: 'a category where there is none',
			file: 'projects.yaml',
			from: 'group: product',
			to: 'group: product\n  category: tools',
			says: ['expected none, since the group "product" has no categories', '(line 5)'],
		},
		{
			why: 'a category that is left out',
			file: 'projects.yaml',
			from: '\n  category: tools',
			to: '',
			says: ['Missing category: the group "helper" expects one of "tools"', 'projects.yaml'],
		},
		{
			why: 'a day that is not in the calendar',
			file: 'plan.yaml',
			from: '2026-12-25',
			to: '2026-12-32',
			says: ['Invalid day: expected one of the calendar', '(line 20)', '2026-12-25'],
		},
		{
			why: 'a pattern that is none',
			file: 'plan.yaml',
			from: "'^\\d+\\.\\d+$'",
			to: "'('",
			says: ['Invalid pattern', 'content/registry/plan.yaml'],
		},
		{
			why: 'a pattern of milestones with lookbehind, which RE2 has not',
			file: 'plan.yaml',
			from: "'^\\d+\\.\\d+$'",
			// `$$` is a dollar for `replace`.
			to: String.raw`'^(?<!v)\d+\.\d+$$'`,
			says: [
				'Invalid pattern',
				'no lookahead and no lookbehind: write what fits',
				'→ at milestonePattern (line ',
			],
		},
		{
			why: 'a pattern of paths with a backreference, which RE2 has not',
			file: 'api.yaml',
			from: '  pattern: ',
			to: String.raw`  pattern: '(a)\1' # `,
			says: ['RE2 has no backreferences', '→ at surface.pattern (line '],
		},
		{
			why: 'an address that is none',
			file: 'site.yaml',
			from: 'instance: https://gitlab.example.com',
			to: 'instance: javascript:alert(1)',
			says: [
				'content/registry/site.yaml is not valid',
				'Invalid address: expected one like https://gitlab.com',
				'→ at instance (line 3)',
			],
		},
		{
			why: 'a folder that is none',
			file: 'site.yaml',
			from: 'directory: work',
			to: 'directory: ../../etc',
			says: ['→ at sections[0].directory', 'small letters, digits and single hyphens'],
		},
		{
			why: 'a story about a job that is not there',
			file: 'jobs.yaml',
			from: 'job: start-engine',
			to: 'job: stop-engine',
			says: [
				'Unknown job "stop-engine": expected one of "drive", "start-engine"',
				'→ at storyGroups[0].job (line 13)',
				'A group of stories names the slug of a job',
			],
		},
		{
			why: 'two jobs with one name',
			file: 'jobs.yaml',
			from: 'slug: start-engine',
			to: 'slug: drive',
			says: ['Duplicate slug: "drive"', '→ at jobs[0].children[0].slug (line 7)'],
		},
		{
			why: 'a channel that is not there',
			file: 'contact.yaml',
			from: 'channel: help',
			to: 'channel: hepl',
			says: ['Unknown channel "hepl": expected one of "help"', '(line 18)', 'names a channel'],
		},
		{
			why: 'a step in a channel that is not there',
			file: 'onboarding.yaml',
			from: '{ label: slow }',
			to: '{ channel: hepl }',
			says: ['Unknown channel "hepl": expected one of "help"', '(line 5)', 'A target has one key'],
		},
		{
			why: 'a step that leads to two places',
			file: 'onboarding.yaml',
			from: '{ label: slow }',
			to: '{ channel: help, page: /cars/ }',
			says: ['Several targets: expected one of project, page', '(line 5)'],
		},
		{
			why: 'a step that leads nowhere',
			file: 'onboarding.yaml',
			from: '{ label: slow }',
			to: '{}',
			says: ['Missing target: expected one of project, page', '(line 5)'],
		},
		{
			why: 'two steps with one id',
			file: 'onboarding.yaml',
			from: 'id: engine',
			to: 'id: say-hello',
			says: ['Duplicate id: "say-hello". Expected each once', '(line 7)'],
		},
		{
			why: 'two needs with one anchor',
			file: 'contact.yaml',
			from: 'id: wheel',
			to: 'id: fault',
			says: ['Duplicate id: "fault". Expected each need once', '(line 21)'],
		},
		{
			why: 'a link that is neither a page nor an address',
			file: 'contact.yaml',
			from: 'text: Ask them.',
			to: 'text: Ask them.\n        links: [{ label: Wheels, to: wheels }]',
			says: ['sections[0].needs[1].links[0].to (line 25)'],
		},
		{
			why: 'a grade that nobody gives',
			file: 'jobs.yaml',
			from: 'grade: B',
			to: 'grade: E',
			says: ['Expected one of A, B, C, D, F. Found "E"', '(line 8)'],
		},
		{
			why: 'a day where a month is meant',
			file: 'jobs.yaml',
			from: 'asOf: 2026-11',
			to: 'asOf: 2026-11-23',
			says: ['Invalid month: expected year and month, such as 2025-12', '(line 1)'],
		},
		{
			why: 'a pattern with lookahead, which RE2 has not',
			file: 'team.yaml',
			from: 'role: Manager(.*)Engine',
			to: 'role: Manager(?=.*Engine)',
			says: [
				'content/registry/team.yaml is not valid',
				'Invalid pattern: error parsing regexp: invalid or unsupported Perl syntax: `(?=`',
				'Expected a regular expression of RE2',
				'→ at rosters[0].role (line 6)',
				'Correct it',
			],
		},
		{
			why: 'a pattern that is not closed',
			file: 'team.yaml',
			from: 'managerRole: Manager(.*)Engine',
			to: 'managerRole: Manager(.*Engine',
			says: ['missing closing )', '→ at rosters[1].managerRole (line 11)'],
		},
		{
			why: 'a pattern without anything',
			file: 'team.yaml',
			from: 'role: Engine$',
			to: "role: ''",
			says: ['Empty pattern: it would fit everybody', '(line 10)'],
		},
		{
			why: 'a roster of no known kind',
			file: 'team.yaml',
			from: 'kind: stable-counterparts',
			to: 'kind: members-by-role',
			says: ['→ at rosters[1].kind (line 9)', 'Correct it'],
		},
		{
			why: 'a roster that names its manager twice',
			file: 'team.yaml',
			from: 'managerRole:',
			to: 'manager: ada-example\n    managerRole:',
			says: ['Unclear manager: expected either managerRole or manager', '→ at rosters[1] (line 7)'],
		},
		{
			why: 'two rosters with one id',
			file: 'team.yaml',
			from: 'id: counterparts',
			to: 'id: members',
			says: ['Duplicate id: "members"', '→ at rosters[1].id (line 7)'],
		},
		{
			why: 'a list of people that needs a password',
			file: 'team.yaml',
			from: 'https://people',
			to: 'https://me:secret@people',
			says: ['Address with a name or password in it', '→ at source (line 1)'],
		},
		{
			why: 'maintainers that are no group of people.yaml',
			file: 'checks.yaml',
			from: 'maintainers: acme/maintainers',
			to: 'maintainers: acme/mainteners',
			says: [
				'content/registry/checks.yaml is not valid',
				'Unknown group "acme/mainteners": expected one of content/registry/people.yaml, which are "acme/maintainers", "acme/quiet"',
				'→ at maintainers (line 1)',
				'groups are paths of content/registry/people.yaml',
			],
		},
		{
			why: 'code owners that are no group of people.yaml',
			file: 'checks.yaml',
			from: '  - acme/maintainers\ncompleteGroups',
			to: '  - acme/maintainers\n  - acme/nobody\ncompleteGroups',
			says: ['Unknown group "acme/nobody"', '→ at codeowners[1] (line 4)'],
		},
		{
			why: 'two tools with one id',
			file: 'checks.yaml',
			from: 'id: linter',
			to: 'id: go',
			says: ['Duplicate id: "go". Expected each once', '→ at tools[1].id (line 10)'],
		},
		{
			why: 'an agreed version that YAML reads as a number',
			file: 'checks.yaml',
			from: 'agreed: 1.26.5',
			to: 'agreed: 1.30',
			says: [
				'Invalid version: YAML has read a number, so that 1.30 is 1.3. Write it in quotes, such as "1.30"',
				'→ at tools[0].agreed (line 8)',
			],
		},
		{
			why: 'an agreed version with which none can be compared',
			file: 'checks.yaml',
			from: 'agreed: 1.26.5',
			to: 'agreed: latest',
			says: [
				'Invalid version: expected one in numbers, such as "1.26.5"',
				'leave agreed out',
				'→ at tools[0].agreed (line 8)',
			],
		},
		{
			why: 'an exemption from a check that there is not',
			file: 'checks.yaml',
			from: 'check: tool-go',
			to: 'check: tool-goo',
			says: [
				'Unknown check "tool-goo": expected one of "path", "readable"',
				'"pipeline", "tool-go"',
				'→ at exemptions[1].check (line 20)',
			],
		},
		{
			why: 'an exemption from a check that is never broken',
			file: 'checks.yaml',
			from: 'check: tool-go',
			to: 'check: tool-linter',
			says: [
				'Check "tool-linter" of a tool without an agreed version, which is never broken: expected one of',
				'→ at exemptions[1].check (line 20)',
			],
		},
		{
			why: 'an exemption from a check by a name that none has',
			file: 'checks.yaml',
			from: 'check: release',
			to: 'check: Releases',
			says: [
				'Unknown check: expected one of path, readable',
				'such as tool-go',
				'→ at exemptions[0].check (line 15)',
			],
		},
		{
			why: "somebody's name where a role belongs",
			file: 'checks.yaml',
			from: 'by: ',
			to: 'by: "@ada-example" #',
			says: ['Invalid role: expected what somebody does', '→ at exemptions[0].by'],
		},
		{
			why: 'a doubled exemption, the path in another spelling',
			file: 'checks.yaml',
			from: 'project: acme/engine\n    check: tool-go',
			to: 'project: ACME/engine\n    check: release',
			says: [
				'Duplicate exemption: line 14 exempts ACME/engine from "release" already',
				'→ at exemptions[1] (line 19)',
			],
		},
		{
			why: 'an exemption without end',
			file: 'checks.yaml',
			from: '    until: 2027-01-31\n  - project',
			to: '  - project',
			says: ['→ at exemptions[0].until (line 14)', 'A version is in quotes'],
		},
	])('$why', async ({ file, from, to, says }) => {
		await edit(file, from, to);
		const message = await problem();
		for (const part of says) {
			if (typeof part === 'string') expect(message).toContain(part);
			else expect(message).toMatch(part);
		}
	});

	test.each(['site.yaml', 'projects.yaml'])(
		'a file that every handbook needs is gone: %s',
		async (file) => {
			await rm(join(root, 'content/registry', file));
			expect(await problem()).toContain(`content/registry/${file} cannot be read`);
		},
	);

	test('checks name a group, and there is none', async () => {
		await rm(join(root, 'content/registry/people.yaml'));
		expect(await problem()).toContain(
			'expected one of content/registry/people.yaml, which has none',
		);
	});

	test('an exemption from a check that the registry does not ask for', async () => {
		await edit('checks.yaml', 'maintainers: acme/maintainers\n', '');
		await edit('checks.yaml', 'check: release', 'check: maintainers');
		expect(await problem()).toContain('Unknown check "maintainers": expected one of "path"');
	});

	test('a file that may not be read is not absent', async () => {
		await rm(join(root, 'content/registry/jobs.yaml'));
		await mkdir(join(root, 'content/registry/jobs.yaml'));
		expect(await problem()).toContain('content/registry/jobs.yaml cannot be read');
	});

	test('a link that leads nowhere is not absent', async () => {
		await rm(join(root, 'content/registry/jobs.yaml'));
		await symlink('nowhere.yaml', join(root, 'content/registry/jobs.yaml'));
		expect(await problem()).toContain('content/registry/jobs.yaml cannot be read');
	});

	test('mistakes of several files are told at once, each of them once', async () => {
		await edit('site.yaml', 'instance:', 'instnce:');
		await edit('plan.yaml', 'nextMilestones:', 'nextMilestones: x #');
		await edit('projects.yaml', 'name: Wrench', 'name: "Wrench');
		await writeFile(join(root, 'content/registry/plan.yml'), '');
		await writeFile(join(root, 'content/registry/poeple.yaml'), '');
		const heads = (await problem()).split('\n').filter((line) => line.startsWith('content/'));
		expect(heads).toEqual([
			"content/registry/plan.yml isn't read. Expected plan.yaml.",
			"content/registry/poeple.yaml isn't read. Expected people.yaml.",
			'content/registry/site.yaml is not valid.',
			'content/registry/projects.yaml is not valid YAML.',
			'content/registry/plan.yaml is not valid.',
		]);
	});

	test('all that is no YAML in a file is told at once, with what else is wrong in it', async () => {
		await edit('plan.yaml', 'nextMilestones:', 'nextMilestone:');
		const path = join(root, 'content/registry/plan.yaml');
		const text = await readFile(path, 'utf8');
		await writeFile(path, `${text}missedPrefix: @x\ncandidateScope: \`x\`\n`);
		const marks = (await problem()).split('\n').filter((line) => line.startsWith('✖'));
		expect(marks).toEqual([
			expect.stringMatching(/^✖ A text begins with a character that YAML uses \(line/),
			expect.stringContaining('The key candidateScope appears twice'),
			expect.stringContaining('did you mean "nextMilestones"?'),
		]);
	});

	test.each([
		['leads on to another', '/b/', 'Old address: /b/ has moved itself. Expected where it leads: /'],
		['leads to itself', '/a/', 'Old address: /a/ has moved itself. Expected another page'],
		['leads to another site', 'https://example.com', 'Invalid place: expected a page of this site'],
	])('an old address that %s', async (_, to, says) => {
		const moved = [
			`- { title: A, from: [/a/], to: '${to}' }`,
			'- { title: B, from: [/b/], to: / }',
		];
		await writeFile(join(root, 'content/registry/redirects.yaml'), moved.join('\n'));
		expect(await problem()).toContain(says);
	});

	test('without a registry, that is said once', async () => {
		await rm(join(root, 'content/registry'), { recursive: true });
		expect((await problem()).split('\n')).toEqual([
			`There is no content/registry in ${root}.`,
			'Run this at the root of a checkout, or write a new one: npm run new.',
		]);
	});

	test.each([
		['// a remark', 'A line has no key. Expected a key, a colon and a space before'],
		['x:\n\u00A0- 1', 'The line begins with a tab, or a space of another kind'],
		["x: 'open", 'A quote is opened and not closed'],
		['x: 1\n  \n- y', 'A line has no key'],
		['"a: b": 1\n"a: b": 2', 'The key "a: b" appears twice'],
	])('a line that is no YAML: %s', async (line, says) => {
		await edit('plan.yaml', 'group:', `${line}\ngroup:`);
		expect(await problem()).toContain(`✖ ${says}`);
	});

	test.each([
		[
			'site.yaml',
			'sections:\n',
			'sections:\n  - { label: A, directory: work }\n',
			'Duplicate directory: "work"',
		],
		['site.yaml', 'instance: ', 'x: ', 'Missing address: expected one like https://gitlab.com'],
		['plan.yaml', 'nth: 3', 'nth: 6', 'Expected a number of at most 4, found 6'],
		['plan.yaml', "'Engine::P2'", "'Engine::P1'", 'Duplicate label: "Engine::P1"'],
		['plan.yaml', 'cutoffDay: friday', 'cutoffDay: Fri', 'Expected one of sunday, monday, tuesday'],
		[
			'team.yaml',
			'kind: ',
			'kind: by-',
			'Unknown kind: expected one of team-by-manager-role, stable-counterparts, team-by-departments. Found the text "by-team-by-manager-role"',
		],
		[
			'team.yaml',
			'kind: team-by-manager-role',
			'',
			'Missing: expected one of team-by-manager-role',
		],
		[
			'contact.yaml',
			'channels:\n  - id: help',
			`channels:\n${`  - { id: a, name: A, ${source} }\n`.repeat(2)}  - id: b`,
			'Unknown channel "help": expected one of "a", "b"\n',
		],
	])('in %s, instead of %j, %j', async (file, from, to, says) => {
		await edit(file, from, to);
		expect(await problem()).toContain(says);
	});

	test('a file with an end that Windows hides', async () => {
		await writeFile(join(root, 'content/registry/people.yaml.txt'), '');
		expect(await problem()).toContain("people.yaml.txt isn't read. Expected people.yaml.");
	});

	test('what comes of one mistake is not told as another', async () => {
		await writeFile(join(root, 'content/registry/people.yaml'), '- path: a\n\tname: b\n\tx: "y"\n');
		expect((await problem()).match(/^✖/gm)).toHaveLength(1);
	});

	test('a file that is gone is told beside the mistakes of others', async () => {
		await rm(join(root, 'content/registry/site.yaml'));
		await edit('plan.yaml', 'nextMilestones:', 'nextMilestones: x #');
		expect(await problem()).toMatch(/site\.yaml cannot be read[^]*plan\.yaml is not valid/);
	});

	test('a file that has to say something and is empty is told beside another', async () => {
		await edit('plan.yaml', 'nextMilestones:', 'nextMilestones: "x');
		await writeFile(join(root, 'content/registry/site.yaml'), '');
		expect(await problem()).toMatch(
			/plan\.yaml is not valid YAML[^]*\n\n.*site\.yaml is not valid\./,
		);
	});

	test('references that grow without end', async () => {
		const tens = (name: string) => `[${Array.from({ length: 10 }, () => name).join(', ')}]`;
		const text = `- &a ${tens('x')}\n- &b ${tens('*a')}\n- &c ${tens('*b')}\n- ${tens('*c')}\n`;
		await writeFile(join(root, 'content/registry/people.yaml'), text);
		expect(await problem()).toMatch(
			/people\.yaml is not valid YAML.\n✖ Excessive alias.*\(line 2,/,
		);
	});
});
