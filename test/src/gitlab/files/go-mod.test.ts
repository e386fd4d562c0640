import { describe, expect, test } from 'vitest';
import { findGoModPins, parseGoMod } from '#gitlab/files/go-mod.ts';
import { aTool } from '../../../builders.ts';

const go = aTool({ pins: { goDirective: true } });
const lint = aTool({ id: 'lint', pins: { goModules: ['example.com/lint'] } });

/** `line version` of each pin. */
function pins(text: string, tool = go): string[] {
	const found = findGoModPins(parseGoMod(text), tool);
	return found.map(({ line, version }) => `${String(line)} ${version}`);
}

describe('the lines that say which Go a module needs', () => {
	test.each([
		{ text: 'module example.com/a\n\ngo 1.26.5\n', found: ['3 1.26.5'], why: 'its own line' },
		{
			text: 'module a\n\ngo 1.25\n\ntoolchain go1.26.5\n',
			found: ['3 1.25', '5 1.26.5'],
			why: 'what it needs and what it likes',
		},
		{ text: 'go 1.26rc1 // until it is out\n', found: ['1 1.26rc1'], why: 'a comment behind it' },
		{ text: 'go 1.26.5//soon\r\n', found: ['1 1.26.5'], why: 'a comment close behind it' },
		{ text: '// go 1.20\ngo 1.26\n', found: ['2 1.26'], why: 'a comment before it' },
		{ text: 'module a\r\n\r\ngo\t1.26.5\r\n', found: ['3 1.26.5'], why: 'lines of Windows' },
		{ text: 'toolchain default\n', found: [], why: 'a toolchain without a version' },
		{ text: 'require (\n\tgo v1.0.0\n\tgo 1.20\n)\n', found: [], why: 'lines of another block' },
		{ text: 'godebug (\n)\ngo 1.26\n', found: ['3 1.26'], why: 'a block that has ended' },
		{ text: 'godebug ()\ngo 1.26\n', found: ['2 1.26'], why: 'a block on one line' },
		{ text: 'module go 1.26\n', found: [], why: 'another word first' },
		{ text: 'go\n', found: [], why: 'no version' },
		{ text: 'go build\n', found: [], why: 'a word that is no version' },
		{ text: '', found: [], why: 'an empty file' },
	])('$why: $found', ({ text, found }) => {
		expect(pins(text)).toEqual(found);
	});

	test('count only for the tool that is Go', () => {
		expect(pins('go 1.26.5\n', lint)).toEqual([]);
	});
});

describe('a module that is required', () => {
	test.each([
		{ text: 'require example.com/lint v1.2.3\n', found: ['1 1.2.3'], why: 'on a line of its own' },
		{
			text: 'require (\n\texample.com/a v1.0.0\n\texample.com/lint v1.2.3 // indirect\n)\n',
			found: ['3 1.2.3'],
			why: 'in a block, by others',
		},
		{ text: 'require(\nexample.com/lint v1.2.3\n)', found: ['2 1.2.3'], why: 'no space before it' },
		{ text: 'require "example.com/lint" v1.2.3\n', found: ['1 1.2.3'], why: 'a path in quotes' },
		{ text: 'require example.com/lint/v2 v2.1.0\n', found: ['1 2.1.0'], why: 'its major version' },
		{ text: 'require example.com/lint/cmd v1.2.3\n', found: [], why: 'a module below it' },
		{ text: 'require example.com/linter v1.2.3\n', found: [], why: 'a longer name' },
		{ text: 'tool example.com/lint\n', found: [], why: 'a tool says no version' },
		{
			text: 'replace example.com/lint v1.2.3 => example.com/fork v1.2.4\n',
			found: [],
			why: 'replaced',
		},
		{
			text: 'replace (\n\texample.com/lint v1.2.3 => ../lint\n)\n',
			found: [],
			why: 'a block of it',
		},
		{ text: 'exclude (\n\texample.com/lint v1.2.3\n)\n', found: [], why: 'excluded' },
		{
			text: 'retract (\n\tv1.2.3\n)\nexclude example.com/lint v1.0.0\n',
			found: [],
			why: 'retracted',
		},
		...[
			{ by: 'example.com/fork v1.2.4', found: [], why: 'by a fork, which is another module' },
			{ by: '../lint', found: [], why: 'by a folder' },
			{ by: 'example.com/lint v1.2.9', found: ['2 1.2.9'], why: 'by another version of itself' },
		].map(({ by, found, why }) => ({
			text: `require example.com/lint v1.2.3\nreplace example.com/lint => ${by}\n`,
			found,
			why: `replaced ${why}`,
		})),
		{
			text: 'require example.com/lint v1.2.3\nreplace example.com/lint v1.2.2 => example.com/fork v1.0.0\n',
			found: ['1 1.2.3'],
			why: 'replaced in another version',
		},
		{
			text: 'require example.com/origin v1.2.3\nreplace (\n\texample.com/origin v1.2.3 => example.com/lint v1.4.0\n)\n',
			found: ['3 1.4.0'],
			why: 'what replaces another module',
		},
		{ text: '// require example.com/lint v1.2.3\n', found: [], why: 'a comment' },
		{ text: 'require example.com/lint\n', found: [], why: 'no version' },
	])('$why: $found', ({ text, found }) => {
		expect(pins(text, lint)).toEqual(found);
	});

	test('below a declared path is found when it is declared itself', () => {
		const tool = aTool({ pins: { goModules: ['example.com/lint/cmd/v2'] } });
		const text = 'require (\n\texample.com/lint v1.0.0\n\texample.com/lint/cmd/v2 v2.0.1\n)\n';
		expect(pins(text, tool)).toEqual(['3 2.0.1']);
	});

	test('keeps what is behind the number', () => {
		const version = 'v0.0.0-20261123101112-0123456789ab+incompatible';
		expect(pins(`require example.com/lint ${version}\n`, lint)).toEqual([`1 ${version.slice(1)}`]);
	});
});
