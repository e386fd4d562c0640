import { describe, expect, test } from 'vitest';
import { findLicenseFile, namesLicense, normalizeLicense } from '#gitlab/files/license-file.ts';
import { apacheText, mitText } from '../../../gitlab/license-texts.ts';

describe('the file with the licence', () => {
	test.each([
		{ files: ['README.md', 'LICENSE', 'go.mod'], found: 'LICENSE', why: 'the one of such a name' },
		{ files: ['COPYING'], found: 'COPYING', why: 'a name of old' },
		{
			files: ['commitlint.js', 'limits.go', 'LICENSE.md'],
			found: 'LICENSE.md',
			why: 'mit is a word',
		},
		{ files: ['LICENSE', 'LICENSE.md'], found: undefined, why: 'one of two' },
		{ files: ['LICENSE', 'COPYING.LESSER'], found: undefined, why: 'one of two of other names' },
		{ files: ['LICENSE', 'LICENSE-APACHE'], found: undefined, why: 'a second licence' },
		{ files: ['LICENSE', 'legal.txt'], found: undefined, why: 'what GitLab reads too' },
		{
			files: ['LICENSE', 'third-party_licences.csv'],
			found: undefined,
			why: 'whatever is like it',
		},
		{ files: ['licence'], found: undefined, why: 'a name that was not asked for' },
		{ files: ['MIT.txt'], found: undefined, why: 'a name that has no address on GitLab' },
		{ files: ['README.md'], found: undefined, why: 'none: it may be in the README' },
		{ files: [], found: undefined, why: 'nothing' },
	])('of $files is $found: $why', ({ files, found }) => {
		expect(findLicenseFile(files)).toBe(found);
	});
});

describe('two texts', () => {
	const text = mitText('Copyright (c) 2015-2019 Example');
	const isSame = (other: string) => normalizeLicense(other) === normalizeLicense(text);

	test.each([
		{ other: mitText('Copyright © 2026 Ada Example and others'), why: 'who has the copyright' },
		{ other: mitText('(c) 2026 Example'), why: 'how that is said' },
		{ other: text.replaceAll('\n', '\r\n'), why: 'how lines end' },
		{ other: `\n${text.replaceAll(' of ', '  of\t')}\n\n`, why: 'white space' },
	])('are the same but for $why', ({ other }) => {
		expect(isSame(other)).toBe(true);
	});

	test.each([
		{ other: apacheText('Copyright 2026 Example'), why: 'another licence' },
		{ other: `${text}\nNot for use on Sundays.\n`, why: 'a clause more' },
		{ other: text.replace('free of charge', 'for a charge'), why: 'another word' },
		{ other: text.replace(/^copies or .*\n/m, ''), why: 'a line less' },
		{ other: text.replace('\nto use', ' to use'), why: 'lines that end elsewhere' },
		{
			other: mitText('Copyright (c) 2026 Example, see https://example.org/licenses/x'),
			why: 'an address beside the copyright',
		},
		{
			other: mitText('Copyright (c) 2026 Example, licensed to all'),
			why: 'a word about licences beside it',
		},
		{
			other: text.replace('Copyright (c) 2015-2019', 'Copyright by'),
			why: 'a line without a year',
		},
		{ other: mitText(`Copyright (c) 2026 ${'Example, '.repeat(30)}`), why: 'a line of many words' },
	])('differ by $why', ({ other }) => {
		expect(isSame(other)).toBe(false);
	});

	test.each([
		{ other: 'docs/LICENSE', why: 'short that it may name a file' },
		{ other: 'x'.repeat(127), why: 'short, to the letter' },
		{ other: `${text}${'x'.repeat(64 * 1024)}`, why: 'long that it is more than a licence' },
	])('are not compared when one is so $why', ({ other }) => {
		expect(normalizeLicense(other)).toBeUndefined();
	});
});

describe('a text', () => {
	const mit = mitText('Copyright (c) 2026 Example');
	const apache = apacheText('Copyright 2026 Example');
	test.each([
		{ text: mit, name: 'MIT License', names: true },
		{ text: apache, name: 'Apache License 2.0', names: true },
		{ text: mit, name: 'Apache License 2.0', names: false },
		{ text: mit, name: 'MIT No Attribution', names: false },
		{ text: apache, name: 'Apache License 1.1', names: false },
	])('names the $name: $names', ({ text, name, names }) => {
		expect(namesLicense(text, name)).toBe(names);
	});
});
