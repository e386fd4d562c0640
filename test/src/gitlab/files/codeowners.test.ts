import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeownersFiles } from '#core/inventory/file-kinds.ts';
import { findCodeowners } from '#gitlab/files/codeowners.ts';
import { GroupPath } from '#model/identifiers.ts';
import { anyCharacter } from '../../../any-character.ts';

const groups = ['example/maintainers', 'example/Reviewers'].map((path) => GroupPath.parse(path));

/** `line group` of each mention. */
function mentions(text: string): string[] {
	const found = findCodeowners('CODEOWNERS', text, groups).mentions;
	return found.map(({ line, group }) => `${String(line)} ${group}`);
}

test('the file is the first that exists', () => {
	expect(codeownersFiles).toEqual(['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS']);
	expect(findCodeowners('docs/CODEOWNERS', '', groups)).toEqual({
		file: 'docs/CODEOWNERS',
		mentions: [],
	});
});

describe('a group is named', () => {
	const maintainers = 'example/maintainers';
	test.each([
		{ text: '* @example/maintainers\n', found: [`1 ${maintainers}`], why: 'of all files' },
		{ text: '* @ada @example/maintainers @b\n', found: [`1 ${maintainers}`], why: 'with others' },
		{ text: '* @Example/Maintainers\n', found: [`1 ${maintainers}`], why: 'in capitals' },
		{
			text: '# a\n\n*.go @example/reviewers\r\n* @example/maintainers\r\n',
			found: ['3 example/Reviewers', `4 ${maintainers}`],
			why: 'as it is declared, in the order of the lines',
		},
		{
			text: 'a @example/maintainers\nb @example/maintainers\n',
			found: [`1 ${maintainers}`],
			why: 'only its first line counts',
		},
		{ text: '[Code] @example/maintainers\n*\n', found: [`1 ${maintainers}`], why: 'a section' },
		{ text: '^[A b][2] @x @example/maintainers\n', found: [`1 ${maintainers}`], why: 'optional' },
		{
			text: '[Code]\n\n  * @example/maintainers\n',
			found: [`3 ${maintainers}`],
			why: 'within one',
		},
		{ text: 'a\\ b\\ @c @example/maintainers\n', found: [`1 ${maintainers}`], why: 'spaces' },
		{ text: '\\#a @example/maintainers\n', found: [`1 ${maintainers}`], why: 'no comment' },
		{ text: 'a#b @example/maintainers # us\n', found: [`1 ${maintainers}`], why: 'a comment' },
		{ text: '[abc]*.go @example/maintainers\n', found: [`1 ${maintainers}`], why: 'a pattern' },
		{ text: '[Code @example/maintainers\n', found: [`1 ${maintainers}`], why: 'no section' },
	])('$why: $found', ({ text, found }) => {
		expect(mentions(text)).toEqual(found);
	});
});

test.each([
	['# * @example/maintainers\n', 'in a comment'],
	['  # * @example/maintainers\n', 'in a comment further in'],
	['* @ada # was @example/maintainers\n', 'in a comment behind others'],
	['[@example/maintainers] @ada\n', 'as the name of a section'],
	['@example/maintainers @ada\n', 'as a path'],
	['a\\ @example/maintainers\n', 'in a path with spaces'],
	['!a @example/maintainers\n', 'for files that nobody has to own'],
	['* @@maintainer @@example/maintainers\n', 'as a role'],
	['* ada@example/maintainers ada@example.com\n', 'in an address'],
	['* @example/maintainers/sub @example @example/maintainers-2\n', 'by another path'],
	['* example/maintainers\n', 'without the sign'],
	['', 'in an empty file'],
])('%j names no group: %s', (text) => {
	expect(mentions(text)).toEqual([]);
});

test('texts of all kinds never fail, and are read alike with the line ends of Windows', () => {
	const word = fc.constantFrom('@example/maintainers', '@example/reviewers', '*', '#', '[', ']');
	const space = fc.constantFrom(' ', '\n', '\\', '^');
	const text = fc.oneof(
		fc.string({ unit: anyCharacter }),
		fc.array(fc.oneof(word, space), { maxLength: 30 }).map((words) => words.join('')),
	);
	fc.assert(
		fc.property(text, (given) => {
			const unix = given.replaceAll('\r', '');
			const found = mentions(unix);
			expect(found.length).toBeLessThanOrEqual(groups.length);
			expect(mentions(unix.replaceAll('\n', '\r\n'))).toEqual(found);
		}),
		{ numRuns: 200 },
	);
});
