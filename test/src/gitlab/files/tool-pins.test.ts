import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findToolPins, pinFiles } from '#gitlab/files/tool-pins.ts';
import { ToolPin } from '#model/project.ts';
import { anyCharacter } from '../../../any-character.ts';
import { aTool } from '../../../builders.ts';

const go = aTool({
	pins: { goDirective: true, names: ['go'], variables: ['GO_VERSION'], images: ['golang'] },
});
const lint = aTool({
	id: 'lint',
	pins: { goModules: ['example.com/lint'], names: ['lint'], images: ['example/lint'] },
});

const files = {
	'ci/b.yml': 'image: golang:1.21\n',
	'ci/a.yaml': 'test:\n  image: example/lint:v2.2\n  variables: {GO_VERSION: "1.22"}\n',
	'.gitlab-ci.yml': 'test:\n  image: golang:1.23\n  variables: {GO_VERSION: "1.23"}\n',
	'mise.toml': '[tools]\nlint = "2.1"\ngo = "1.24"\n',
	'.tool-versions': 'go 1.25\n',
	'go.mod': 'go 1.26\ntoolchain go1.26.5\nrequire example.com/lint/v2 v2.0.0\n',
};

function find(given: Record<string, string>, tools = [go, lint]): string[] {
	const pins = findToolPins(new Map(Object.entries(given)), tools);
	return pins.map(({ tool, file, line, version }) => `${tool} ${file}:${String(line)} ${version}`);
}

function mapTexts(
	given: Record<string, string>,
	change: (text: string) => string,
): Record<string, string> {
	return Object.fromEntries(Object.entries(given).map(([path, text]) => [path, change(text)]));
}

test('pins stand in the order of tools, files and lines', () => {
	expect(pinFiles).toEqual(['go.mod', '.tool-versions', 'mise.toml', '.gitlab-ci.yml']);
	expect(find(files)).toEqual([
		'go go.mod:1 1.26',
		'go go.mod:2 1.26.5',
		'go .tool-versions:1 1.25',
		'go mise.toml:3 1.24',
		'go .gitlab-ci.yml:2 1.23',
		'go .gitlab-ci.yml:3 1.23',
		'go ci/a.yaml:3 1.22',
		'go ci/b.yml:1 1.21',
		'lint go.mod:3 2.0.0',
		'lint mise.toml:2 2.1',
		'lint ci/a.yaml:2 2.2',
	]);
});

test('the order of the files that were read changes nothing', () => {
	const turned = Object.fromEntries(Object.entries(files).toReversed());
	expect(find(turned)).toEqual(find(files));
});

test('a tool has one pin in a line', () => {
	const text = '.go: &go\n  image: golang:1.26.5\na:\n  <<: *go\nb:\n  <<: *go\n';
	expect(find({ '.gitlab-ci.yml': text })).toEqual(['go .gitlab-ci.yml:2 1.26.5']);
});

test('two tools may have their pins in the same line', () => {
	const text = 'a: {image: golang:1.26, variables: {LINT: example/lint:2.1}}\n';
	expect(find({ 'a.yml': text })).toEqual(['go a.yml:1 1.26', 'lint a.yml:1 2.1']);
});

test('a tool without places to look at is never found', () => {
	expect(find(files, [aTool({ pins: {} })])).toEqual([]);
});

test('a file that is broken leaves the others', () => {
	const broken = { ...files, 'mise.toml': '[tools\n', '.gitlab-ci.yml': 'a: [\n' };
	expect(find(broken, [go])).toEqual([
		'go go.mod:1 1.26',
		'go go.mod:2 1.26.5',
		'go .tool-versions:1 1.25',
		'go ci/a.yaml:3 1.22',
		'go ci/b.yml:1 1.21',
	]);
});

test('other files of such a name pin nothing', () => {
	const others = { 'docs/go.mod': 'go 1.26\n', 'README.md': 'image: golang:1.26\n' };
	expect(find(others)).toEqual([]);
});

test('a mark of the byte order is no part of the file', () => {
	expect(find(mapTexts(files, (text) => `\uFEFF${text}`))).toEqual(find(files));
});

describe('texts of all kinds', () => {
	/** Words that mean something in one of the files, so that pins are found at all. */
	const word = fc.constantFrom(
		...['go', ' ', '1.26', '\n', '  ', ':', '=', '"', '[tools]', '[', ']', '(', ')', '#', '//'],
		...['image: golang:1.26', 'variables:', 'GO_VERSION: 1.20', '$GO_VERSION', '&a', '*a', '<<: '],
		...['toolchain go1.26', 'require', 'example.com/lint v1.2', '---', '- ', '!x ', '|', '>-', '{'],
	);
	const text = fc.oneof(
		fc.string({ unit: anyCharacter }),
		fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
	);
	const path = fc.constantFrom(...pinFiles, 'ci/a.yml');
	const anyFiles = fc.dictionary(path, text, { minKeys: 1 });

	test('never fail, and give pins that the snapshot can hold', () => {
		fc.assert(
			fc.property(anyFiles, (given) => {
				for (const pin of findToolPins(new Map(Object.entries(given)), [go, lint])) {
					expect(ToolPin.safeParse(pin).success).toBe(true);
					expect(pin.line).toBeLessThanOrEqual(given[pin.file]!.split('\n').length);
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('give the same pins with the line ends of Windows', () => {
		fc.assert(
			fc.property(anyFiles, (given) => {
				const unix = mapTexts(given, (text) => text.replaceAll('\r', ''));
				const windows = mapTexts(unix, (text) => text.replaceAll('\n', '\r\n'));
				expect(find(windows)).toEqual(find(unix));
			}),
			{ numRuns: 500, examples: [[files]] },
		);
	});
});
