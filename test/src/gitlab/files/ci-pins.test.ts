import { describe, expect, test } from 'vitest';
import { findCiPins, parseCiFiles } from '#gitlab/files/ci-pins.ts';
import { aTool } from '../../../builders.ts';

const main = '.gitlab-ci.yml';
const tool = aTool({
	pins: { variables: ['GO_VERSION'], images: ['golang', 'registry.example.com/tools/go'] },
});

/** `file:line version` of each pin. */
function pins(files: Record<string, string>): string[] {
	return Array.from(parseCiFiles(new Map(Object.entries(files))), ([file, values]) =>
		findCiPins(values, tool).map(({ line, version }) => `${file}:${String(line)} ${version}`),
	).flat();
}

interface Case {
	text: string;
	/** `line version` */
	found: string[];
	why: string;
}

function expectPins({ text, found }: Case): void {
	expect(pins({ [main]: text })).toEqual(found.map((pin) => `${main}:${pin}`));
}

describe('a variable of a CI file', () => {
	test.each<Case>([
		{ text: 'variables:\n  GO_VERSION: "1.26.5"\n', found: ['2 1.26.5'], why: 'of all jobs' },
		{ text: 'variables:\n  GO_VERSION: 1.20\n', found: ['2 1.20'], why: 'a number as it is' },
		{ text: 'variables:\r\n  GO_VERSION: v1.20 # c\r\n', found: ['2 1.20'], why: 'of Windows' },
		{
			text: 'variables:\n  GO_VERSION:\n    description: Go\n    value: "1.26.5"\n',
			found: ['4 1.26.5'],
			why: 'with a description',
		},
		{
			text: 'variables: {GO_VERSION: "1.26"}\ntest:\n  variables:\n    GO_VERSION: "1.25"\n',
			found: ['1 1.26', '4 1.25'],
			why: 'of a job',
		},
		{
			text: 'spec:\n  inputs: {go: {}}\n---\nvariables:\n  GO_VERSION: "1.26.5"\n',
			found: ['5 1.26.5'],
			why: 'behind declared inputs',
		},
		{
			text: '.vars: &vars\n  GO_VERSION: "1.26.5"\nvariables:\n  <<: *vars\n  OTHER: "1"\n',
			found: ['2 1.26.5'],
			why: 'taken over',
		},
		{
			text: '.v: &v {GO_VERSION: "1"}\n.w: &w {A: "1"}\na:\n  variables:\n    <<: [*w, *v]\n    GO_VERSION: "2"\n',
			found: ['6 2'],
			why: 'its own before those taken over',
		},
		{
			text: 'x-go: &go "1.26.5"\nvariables:\n  GO_VERSION: *go\n',
			found: ['1 1.26.5'],
			why: 'where its text stands',
		},
		{
			text: 'variables:\n  GO_VERSION: "1.25"\n  GO_VERSION: "1.26"\n',
			found: ['3 1.26'],
			why: 'the last of two',
		},
		{
			text: 'variables:\n  GO: "1.26"\n  GO_VERSION: $GO.5\n',
			found: ['3 1.26.5'],
			why: 'of another variable',
		},
		{
			text: 'variables:\n  ANY: registry.example.com/tools/go:1.26.5-2\n',
			found: ['2 1.26.5'],
			why: 'that holds an image',
		},
		{ text: 'variables:\n  GO_VERSION: $[[ inputs.go ]]\n', found: [], why: 'an input' },
		{ text: 'variables:\n  GO_VERSION: !reference [.go, v]\n', found: [], why: 'a reference' },
		{ text: 'variables:\n  GO_VERSION: ""\n', found: [], why: 'an empty one' },
		{ text: 'variables:\n  GO_VERSION:\n', found: [], why: 'without a value' },
		{ text: 'variables:\n  GO_VERSION: "1.25 1.26"\n', found: [], why: 'several versions' },
		{ text: 'variables:\n  MY_GO_VERSION: "1.26"\n', found: [], why: 'of another name' },
		{ text: 'GO_VERSION: "1.26"\n', found: [], why: 'a word that is no variable' },
		{ text: 'a: &a\n  variables: *a\n', found: [], why: 'variables without end' },
		{ text: 'variables: *none\n', found: [], why: 'variables from nowhere' },
		{ text: 'variables: [a\n', found: [], why: 'no YAML' },
		{ text: '- GO_VERSION\n', found: [], why: 'a list' },
		{ text: '', found: [], why: 'an empty file' },
	])('$why: $found', expectPins);
});

describe('an image of a CI file', () => {
	test.each<Case>([
		{ text: 'image: golang:1.26.5-alpine\n', found: ['1 1.26.5'], why: 'of all jobs' },
		{ text: 'default:\n  image: golang:1.26.5\n', found: ['2 1.26.5'], why: 'by default' },
		{
			text: 'test:\n  image:\n    entrypoint: [""]\n    name: golang:1.26.5\n',
			found: ['4 1.26.5'],
			why: 'of a job, with settings',
		},
		{
			text: '.go: &go\n  image: golang:1.26.5\ntest:\n  <<: *go\n  script: !reference [.go, script]\n',
			found: ['2 1.26.5', '2 1.26.5'],
			why: 'of a hidden job that another takes over',
		},
		{
			text: 'variables:\n  V: "1.26.5"\ntest:\n  image: "golang:${V}-alpine"\n',
			found: ['4 1.26.5'],
			why: 'with a variable',
		},
		{
			text: 'variables: {V: "1.26"}\ntest:\n  variables: {V: "1.25"}\n  image: golang:$V\n',
			found: ['4 1.25'],
			why: 'with a variable of its job',
		},
		{
			text: 'variables:\n  V: golang:1.26.5\ntest:\n  image: $V\n',
			found: ['2 1.26.5'],
			why: 'that is a variable, where that is set',
		},
		{
			text: 'variables: {V: "1.26"}\ntest:\n  parallel: {matrix: [{V: ["1", "2"]}]}\n  image: golang:$V\n',
			found: [],
			why: 'with another version in each run',
		},
		{ text: 'image: golang:$V\n', found: [], why: 'with a variable that is not known' },
		{ text: 'image: golang:$[[ inputs.go ]]\n', found: [], why: 'with an input' },
		{ text: 'image: $REGISTRY/golang:1.26\n', found: [], why: 'of a registry not known' },
		{ text: 'image: example/golang:1.26\n', found: [], why: 'of another name' },
		{ text: 'image: golang\n', found: [], why: 'without a tag' },
		{ text: 'image: [golang:1.26]\n', found: [], why: 'a list' },
		{ text: 'services: [golang:1.26]\n', found: [], why: 'of a service' },
		{
			text: 'test:\n  services:\n    - name: golang:1.26\n',
			found: [],
			why: 'of a service of a job',
		},
	])('$why: $found', expectPins);
});

describe('variables of several files', () => {
	const image = 'image: golang:$V\n';

	test('one file uses those of another', () => {
		expect(pins({ [main]: image, 'ci/a.yml': 'variables: {V: "1.26"}\n' })).toEqual([
			`${main}:1 1.26`,
		]);
	});

	test('the project’s CI file comes before those that it includes', () => {
		const files = { 'ci/a.yml': `variables: {V: "1.25"}\n${image}` };
		expect(pins({ [main]: 'variables: {V: "1.26"}\n', ...files })).toEqual(['ci/a.yml:2 1.26']);
	});

	test('included files that disagree leave it open', () => {
		const files = {
			'a.yml': 'variables: {V: "1.25"}\n',
			'b.yml': 'variables: {V: "1.26"}\n',
			'c.yml': 'variables: {V: "1.25"}\n',
		};
		expect(pins({ [main]: image, ...files })).toEqual([]);
	});

	test('variables of a job stay with their job', () => {
		expect(pins({ [main]: image, 'a.yml': 'test: {variables: {V: "1.25"}}\n' })).toEqual([]);
	});
});

test('references that multiply are not unfolded', () => {
	const level = (index: number) =>
		`.l${String(index)}: &l${String(index)}\n  <<: [${`*l${String(index - 1)}, `.repeat(9)}]\n`;
	const levels = Array.from({ length: 40 }, (_, index) => level(index + 1)).join('');
	const text = `.l0: &l0 {image: "golang:1.26"}\n${levels}`;
	expect(pins({ [main]: text })).toContain(`${main}:1 1.26`);
});

test('a file that means a thousand times what it says is read in part', () => {
	const many = Array.from({ length: 1000 }, (_, index) => `V${String(index)}: "1"`).join(', ');
	const jobs = (count: number) =>
		Array.from({ length: count }, (_, index) => `j${String(index)}: {variables: *v}\n`).join('');
	const text = (count: number) =>
		`image: golang:1.26\n.v: &v {${many}}\n${jobs(count)}last: {image: golang:1.25}\n`;
	expect(pins({ [main]: text(100) })).toEqual([`${main}:1 1.26`, `${main}:103 1.25`]);
	expect(pins({ [main]: text(1000) })).toEqual([`${main}:1 1.26`]);
});

test('nesting without end is no CI file', () => {
	expect(pins({ [main]: `image: golang:1.26\nx: ${'['.repeat(100_000)}` })).toEqual([]);
});
