import { describe, expect, test } from 'vitest';
import { findGoPin, pinFiles } from '#gitlab/go-pins.ts';

test('go.mod is preferred, then .tool-versions, then mise.toml', () => {
	expect(pinFiles).toEqual(['go.mod', '.tool-versions', 'mise.toml']);
});

interface Case {
	text: string;
	/** `line version` */
	pin: string | undefined;
	why: string;
}

function expectPin(file: (typeof pinFiles)[number], { text, pin }: Case): void {
	const found = findGoPin(file, text);
	expect(found && `${String(found.line)} ${found.version}`).toBe(pin);
	if (found) expect(found.file).toBe(file);
}

describe('go.mod', () => {
	test.each<Case>([
		{ text: 'module example.com/a\n\ngo 1.26.5\n', pin: '3 1.26.5', why: 'its own line' },
		{
			text: 'module example.com/a\n\ngo 1.25\n\ntoolchain go1.26.5\n',
			pin: '3 1.25',
			why: 'what it needs, not the toolchain it likes',
		},
		{ text: 'toolchain go1.26.5\n', pin: undefined, why: 'a toolchain alone' },
		{ text: 'go 1.26rc1 // until it is out\n', pin: '1 1.26rc1', why: 'a comment behind it' },
		{ text: 'go 1.26.5//soon\n', pin: '1 1.26.5', why: 'a comment close behind it' },
		{ text: '// go 1.20\ngo 1.26\n', pin: '2 1.26', why: 'a comment before it' },
		{ text: 'module a\r\n\r\ngo\t1.26.5\r\n', pin: '3 1.26.5', why: 'lines of Windows' },
		{
			text: 'module a\n\nrequire (\n\tgo.uber.org/zap v1.27.0\n\tgo v1.0.0\n)\n',
			pin: undefined,
			why: 'a requirement is no pin',
		},
		{ text: 'module go 1.26\n', pin: undefined, why: 'another word first' },
		{ text: 'go\n', pin: undefined, why: 'no version' },
		{ text: '', pin: undefined, why: 'an empty file' },
	])('$pin: $why', (given) => {
		expectPin('go.mod', given);
	});
});

describe('.tool-versions', () => {
	test.each<Case>([
		{
			text: 'ruby 3.4.1\ngolang 1.26.5\nnodejs 24.1.0\n',
			pin: '2 1.26.5',
			why: 'among other tools',
		},
		{ text: 'go 1.26.5', pin: '1 1.26.5', why: 'the name that mise knows, without an end' },
		{ text: 'golang 1.26.5 1.25.9 system\n', pin: '1 1.26.5', why: 'the first of several' },
		{ text: '# golang 1.20\ngolang   1.26.5 # pinned\n', pin: '2 1.26.5', why: 'comments' },
		{ text: 'golang 1.26.5#pinned\n', pin: '1 1.26.5', why: 'a comment close behind it' },
		{ text: 'golang 1.26.5\r\nruby 3.4.1\r\n', pin: '1 1.26.5', why: 'lines of Windows' },
		{ text: 'golangci-lint 2.1.0\ngohugo 0.140\n', pin: undefined, why: 'tools of such a name' },
		{ text: 'golang # none\n', pin: undefined, why: 'no version' },
		{ text: 'golang\n1.26\n', pin: undefined, why: 'a version on the next line' },
	])('$pin: $why', (given) => {
		expectPin('.tool-versions', given);
	});
});

describe('mise.toml', () => {
	test.each<Case>([
		{ text: '[tools]\ngo = "1.26.5"\n', pin: '2 1.26.5', why: 'one version' },
		{ text: '[tools]\ngolang = "1.26.5"\n', pin: '2 1.26.5', why: 'by the other name' },
		{ text: '[tools]\ngo = ["1.26.5", "1.25"]\n', pin: '2 1.26.5', why: 'several: the first' },
		{ text: '[tools]\ngo = { version = "1.26.5" }\n', pin: '2 1.26.5', why: 'a table on its line' },
		{
			text: '[tools]\nnode = "24"\n\n[tools.go]\nversion = "1.26.5"\n',
			pin: '4 1.26.5',
			why: 'a table of its own',
		},
		{ text: '[tools]\n"go" = "1.26.5"\n', pin: '2 1.26.5', why: 'a name in quotes' },
		{ text: '[tools]\ngo.version = "1.26.5"\n', pin: '2 1.26.5', why: 'a dotted name' },
		{ text: 'tools.go = "1.26.5"\n', pin: '1 1.26.5', why: 'a dotted name at the top' },
		{
			text: 'min_version = "2026.1.0"\ntools.go = "1.26.5"\n',
			pin: '2 1.26.5',
			why: 'a dotted name further down',
		},
		{
			text: 'min_version = "2026.1.0"\ntools = { node = "24", go = "1.26.5" }\n',
			pin: '2 1.26.5',
			why: 'all tools on one line',
		},
		{
			text: '[tasks]\ngo = "go build"\n\n[tools]\ngo = "1.26.5"\n',
			pin: '5 1.26.5',
			why: 'a task of that name is no tool',
		},
		{
			text: '[tools]\ngolang = 1\ngo = "1.26.5"\n',
			pin: '3 1.26.5',
			why: 'the line of the name that has the version',
		},
		{
			text: '# tools\r\n[tools]\r\ngo = "1.26.5" # pinned\r\n',
			pin: '3 1.26.5',
			why: 'lines of Windows and comments',
		},
		{
			text: '[tools]\n"go:example.com/tool" = "latest"\ngolangci-lint = "2"\n',
			pin: undefined,
			why: 'tools of such a name',
		},
		{ text: '[tools]\ngo = 1.26\n', pin: undefined, why: 'a number is no version' },
		{ text: '[tools]\ngo = ""\n', pin: undefined, why: 'an empty version' },
		{ text: '[tools]\ngo = []\n', pin: undefined, why: 'no version of several' },
		{ text: '[tools]\ngo = { path = "/opt/go" }\n', pin: undefined, why: 'a table without one' },
		{ text: '[env]\ngo = "1.26.5"\n', pin: undefined, why: 'a variable is no tool' },
		{ text: 'tools = "go"\n', pin: undefined, why: 'tools that are none' },
		{ text: '[tools\ngo = "1.26.5"\n', pin: undefined, why: 'no TOML' },
		{ text: '', pin: undefined, why: 'an empty file' },
	])('$pin: $why', (given) => {
		expectPin('mise.toml', given);
	});
});
