import { describe, expect, test } from 'vitest';
import { InvalidDataError } from '#model/parse.ts';
import { parseArguments, parseCount, type Command } from '../../scripts/arguments.ts';
import { renderHelp } from '../../scripts/help.ts';

const command = {
	name: 'pull',
	does: 'Asks GitLab.',
	options: {
		only: { type: 'string', value: 'LIST', help: 'Asks for one list.' },
		strict: { type: 'boolean', default: false, help: 'Exits with 1 unless all is fresh.' },
	},
} as const satisfies Command;
const parse = (...args: string[]) => parseArguments(command, args);

describe('arguments that a command knows', () => {
	test.each([
		{ args: [], values: { strict: false }, why: 'none: the defaults' },
		{ args: ['--strict'], values: { strict: true }, why: 'a switch' },
		{ args: ['--only', 'issues'], values: { only: 'issues', strict: false }, why: 'a value' },
		{ args: ['--only=issues'], values: { only: 'issues', strict: false }, why: 'the same, joined' },
		{ args: ['--only='], values: { only: '', strict: false }, why: 'an empty value' },
		{ args: ['--only', 'a', '--only', 'b'], values: { only: 'b', strict: false }, why: 'the last' },
	])('$args: $why', ({ args, values }) => {
		expect(parse(...args).options).toEqual({ ...values, help: false, version: false });
	});
});

describe('what a command does not understand is said in words, with what there is', () => {
	test.each([
		{ args: ['--strikt'], says: "✖ Unknown option '--strikt'\n", why: 'an unknown switch' },
		{ args: ['issues'], says: "✖ Unexpected argument 'issues'", why: 'a word without a name' },
		{ args: ['--', '--strict'], says: "✖ Unexpected argument '--strict'", why: 'too many lines' },
		{ args: ['--strict=yes'], says: "'--strict' does not take an argument", why: 'a value' },
		{ args: ['--only'], says: "'--only <value>' argument missing", why: 'no value' },
		{ args: ['--only', '--strict'], says: "'--only' argument is ambiguous", why: 'the next one' },
		{ args: ['-s'], says: "✖ Unknown option '-s'", why: 'a short one' },
	])('$args: $why', ({ args, says }) => {
		expect(() => parse(...args)).toThrow(InvalidDataError);
		expect(() => parse(...args)).toThrow(says);
		expect(() => parse(...args)).toThrow(
			/^npm run pull does not understand its arguments\.\n✖ [^\n]+\nExpected --only LIST, --strict, --help, --version\. Put -- before them: npm run pull -- --only LIST$/,
		);
	});

	test('a command without options of its own is asked about itself at most', () => {
		const start = { ...command, name: 'start', options: {} };
		expect(() => parseArguments(start, ['--strict'])).toThrow(
			"npm start does not understand its arguments.\n✖ Unknown option '--strict'\nExpected --help, --version.",
		);
	});
});

describe('what every command is asked about itself', () => {
	test.each([
		{ args: ['--help'], help: true, version: false },
		{ args: ['--version'], help: false, version: true },
		{ args: ['--only', 'issues', '--help'], help: true, version: false },
		{ args: ['--only=--help'], help: false, version: false },
		{ args: ['--strict'], help: false, version: false },
	])('$args', ({ args, ...asked }) => {
		const { help, version } = parse(...args);
		expect({ help, version }).toEqual(asked);
	});

	test('the help names the command, each option of the parser in a line, and the exit codes', () => {
		expect(renderHelp(command)).toBe(
			`npm run pull: Asks GitLab.

  --only LIST  Asks for one list.
  --strict     Exits with 1 unless all is fresh.
  --help       Shows this text.
  --version    Shows the version of the handbook.

Put -- before options: npm run pull -- --help
Exit codes:
  0   done; what is old or missing is labeled
  1   --strict found something
  2   a setting, an argument, the registry, a page or the token is wrong
  70  a bug, a full disk or no permission`,
		);
	});
});

describe('a number that counts something', () => {
	test.each([
		{ text: undefined, count: undefined },
		{ text: '20', count: 20 },
		{ text: '0.5', count: 0.5 },
		{ text: '1000000', count: 1_000_000 },
	])('$text is $count', ({ text, count }) => {
		expect(parseCount('timeout', text)).toBe(count);
	});

	test.each(['0', '-1', '', ' ', 'soon', '20 s', '1,5', 'NaN', 'Infinity', '1e400', '1000001'])(
		'"%s" is none',
		(text) => {
			expect(() => parseCount('timeout', text)).toThrow(InvalidDataError);
			expect(() => parseCount('timeout', text)).toThrow(
				`--timeout is "${text}".\nExpected a number above 0`,
			);
		},
	);

	test.each([
		{ text: '8', count: 8 },
		{ text: '8.0', count: 8 },
		{ text: '1.5', count: undefined },
		{ text: '0.5', count: undefined },
	])('$text as a whole number is $count', ({ text, count }) => {
		const parsed = () => parseCount('concurrency', text, 'whole number');
		if (count === undefined) {
			expect(parsed).toThrow('--concurrency is "' + text + '".\nExpected a whole number above 0');
		} else {
			expect(parsed()).toBe(count);
		}
	});
});
