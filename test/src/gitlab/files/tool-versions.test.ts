import { describe, expect, test } from 'vitest';
import { findNamedPins, parseToolVersions } from '#gitlab/files/tool-versions.ts';
import { aTool } from '../../../builders.ts';

const go = aTool({ pins: { names: ['go', 'golang'] } });

describe('.tool-versions', () => {
	test.each([
		{ text: 'ruby 3.4.1\ngolang 1.26.5\n', found: ['2 1.26.5'], why: 'among other tools' },
		{ text: 'go 1.26.5', found: ['1 1.26.5'], why: 'by its other name, without an end' },
		{ text: 'golang 1.26.5 1.25.9 system\n', found: ['1 1.26.5'], why: 'the first of several' },
		{ text: '# golang 1.20\ngolang   1.26.5 # it\n', found: ['2 1.26.5'], why: 'comments' },
		{ text: 'golang 1.26.5#pinned\r\n', found: ['1 1.26.5'], why: 'a comment close behind it' },
		{ text: 'golang v1.26.5\r\nruby 3\r\n', found: ['1 1.26.5'], why: 'lines of Windows, a v' },
		{ text: 'golang system\n', found: ['1 system'], why: 'a word instead of a number' },
		{ text: 'go 1.26\ngolang 1.25\n', found: ['1 1.26', '2 1.25'], why: 'both names' },
		{ text: 'golangci-lint 2.1.0\ngohugo 0.140\n', found: [], why: 'tools of such a name' },
		{ text: 'golang # none\n', found: [], why: 'no version' },
		{ text: 'golang\n1.26\n', found: [], why: 'a version on the next line' },
	])('$why: $found', ({ text, found }) => {
		const pins = findNamedPins(parseToolVersions(text), go);
		expect(pins.map(({ line, version }) => `${String(line)} ${version}`)).toEqual(found);
	});
});
