import { describe, expect, test } from 'vitest';
import { parseMiseToml } from '#gitlab/files/mise-toml.ts';

/** `line name version` of each tool. */
function tools(text: string): string[] {
	return parseMiseToml(text).map(({ line, name, version }) => `${String(line)} ${name} ${version}`);
}

describe('the tools of a mise.toml', () => {
	test.each([
		{ text: '[tools]\ngo = "1.26.5"\n', found: ['2 go 1.26.5'], why: 'one version' },
		{ text: '[tools]\ngo = ["1.26.5", "1.25"]\n', found: ['2 go 1.26.5'], why: 'the first' },
		{ text: '[tools]\ngo = { version = "1.26.5" }\n', found: ['2 go 1.26.5'], why: 'its table' },
		{
			text: '[tools]\ngo = [{ version = "1.26.5" }, "1.25"]\n',
			found: ['2 go 1.26.5'],
			why: 'the first of several, a table',
		},
		{
			text: '[tools]\nnode = "24"\n\n[tools.go]\n# pinned\nversion = "1.26.5"\n',
			found: ['2 node 24', '6 go 1.26.5'],
			why: 'a table of its own',
		},
		{
			text: '[tools."aqua:x/y.z"]\nversion = "2"\n[tools."aqua:x/y"]\nversion = "v1"\n',
			found: ['2 aqua:x/y.z 2', '4 aqua:x/y 1'],
			why: 'names in quotes that begin alike',
		},
		{ text: '[tools]\ngo.version = "1.26.5"\n', found: ['2 go 1.26.5'], why: 'a dotted name' },
		{
			text: 'min_version = "2026.1.0"\ntools.go = "1.26.5"\n',
			found: ['2 go 1.26.5'],
			why: 'a dotted name at the top',
		},
		{
			text: 'min_version = "2026.1.0"\ntools = { node = "24", go = "1.26.5" }\n',
			found: ['2 node 24', '2 go 1.26.5'],
			why: 'all tools on one line',
		},
		{
			text: '[tasks]\ngo = "go build"\n\n[tools]\ngo = "1.26.5"\n',
			found: ['5 go 1.26.5'],
			why: 'a task of that name is no tool',
		},
		{
			text: '# tools\r\n[tools]\r\ngo = "1.26.5" # pinned\r\n',
			found: ['3 go 1.26.5'],
			why: 'lines of Windows and comments',
		},
		{ text: '[tools]\ngo = 1.26\n', found: [], why: 'a number is no version' },
		{ text: '[tools]\ngo = ""\n', found: [], why: 'an empty version' },
		{ text: '[tools]\ngo = []\n', found: [], why: 'no version of several' },
		{ text: '[tools]\ngo = { path = "/opt/go" }\n', found: [], why: 'a table without one' },
		{ text: '[env]\ngo = "1.26.5"\n', found: [], why: 'a variable is no tool' },
		{ text: 'tools = "go"\n', found: [], why: 'tools that are none' },
		{ text: '[tools\ngo = "1.26.5"\n', found: [], why: 'no TOML' },
		{ text: '', found: [], why: 'an empty file' },
	])('$why: $found', ({ text, found }) => {
		expect(tools(text)).toEqual(found);
	});

	test('a tool that cannot be read leaves the others', () => {
		expect(tools('[tools]\ngo = 1\nnode = "24"\n')).toEqual(['3 node 24']);
	});
});
