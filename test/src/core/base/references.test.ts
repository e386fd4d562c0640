import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseReferences, parseScopedLabel, type Token } from '#core/base/references.ts';
import { anyCharacter } from '../../../any-character.ts';

/** What is found, as `kind: name`; text between is left out. */
function found(text: string, before?: string): string[] {
	return parseReferences(text, before).flatMap((token) => describeToken(token));
}

function describeToken(token: Token): string[] {
	switch (token.kind) {
		case 'text':
			return [];
		case 'label':
			return [`label: ${token.label}`];
		case 'milestone':
			return [`milestone: ${token.milestone}`];
		case 'mention':
			return [`mention: ${token.path}`];
		case 'project':
			return [`project: ${token.project}`];
		case 'epic':
			return [`epic: ${token.group ?? ''}&${String(token.iid)}`];
		case 'issue':
			return [`issue: ${token.project ?? ''}#${String(token.iid)}`];
		case 'merge-request':
			return [`merge request: ${token.project ?? ''}!${String(token.iid)}`];
	}
}

describe('a reference in GitLab’s notation', () => {
	test.each([
		['~bug', 'label: bug'],
		['~missed-deliverable', 'label: missed-deliverable'],
		['~team::backend', 'label: team::backend'],
		['~a::b::c', 'label: a::b::c'],
		['~"team::back end"', 'label: team::back end'],
		['~“team::back end”', 'label: team::back end'],
		['~”team::back end”', 'label: team::back end'],
		['~"Dev:Create"', 'label: Dev:Create'],
		['~"team::\n  backend"', 'label: team:: backend'],
		['~“won’t do”', "label: won't do"],
		['~R&D', 'label: R&D'],
		['#12', 'issue: #12'],
		['group/project#12', 'issue: group/project#12'],
		['group/sub.group/my-project#12', 'issue: group/sub.group/my-project#12'],
		['!45', 'merge request: !45'],
		['group/project!45', 'merge request: group/project!45'],
		['&3', 'epic: &3'],
		['group/sub&3', 'epic: group/sub&3'],
		['my-group&3', 'epic: my-group&3'],
		['%19.7', 'milestone: 19.7'],
		['%Backlog', 'milestone: Backlog'],
		['%"Next 1-3 releases"', 'milestone: Next 1-3 releases'],
		['%“Next 1-3 releases”', 'milestone: Next 1-3 releases'],
		['@ada.example', 'mention: ada.example'],
		['@group/sub', 'mention: group/sub'],
		['group/project>', 'project: group/project'],
	])('%s is a %s', (text, expected) => {
		expect(found(text)).toEqual([expected]);
		expect(found(`See ${text}, (${text}) and ${text}.`)).toEqual([expected, expected, expected]);
	});
});

describe('what only looks like a reference stays text', () => {
	test.each([
		{ text: 'C#1 and F#2', why: 'a language' },
		{ text: 'issues/12 and issues/#12', why: 'a path' },
		{ text: 'https://x.y/#9 https://x.y/z#9 ftp://x/~a/@b', why: 'an address' },
		{ text: 'x.y/z#9 www.example.org/@ada mailto:@ada', why: 'an address without a scheme' },
		{ text: '(https://example.org/group/project!4)', why: 'an address in brackets' },
		{ text: 'ada@example.org and a.b@c', why: 'an e-mail address' },
		{ text: 'any @example.com address', why: 'the end of an e-mail address' },
		{ text: '@ada@example.social', why: 'a name on another network' },
		{ text: '@here @channel @all @everyone', why: 'a call to everybody' },
		{ text: 'R&D, S&P500 and Q&A', why: 'a word with the sign' },
		{ text: '&amp; &#12; &#x26; ?a=1&3', why: 'an entity or a query' },
		{ text: '100% of 50%19 and 100 %', why: 'a share' },
		{ text: '%s %d %20 %2F %HOME%', why: 'a format, an encoding or a variable' },
		{ text: 'a~b ~a~b ~~a~~', why: 'tildes within words' },
		{ text: '~5 minutes, ~$10, ~/notes, ~ada/notes', why: 'about, and a home directory' },
		{ text: '~priority::* and ~priority::', why: 'a pattern of labels' },
		{ text: '#fff #1a2b3c #0 #012 #12px', why: 'a colour, or no number of an issue' },
		{ text: '#1.5 #1,000 #12/3 !1.5', why: 'another number' },
		{ text: 'Wow!45 and !important', why: 'an exclamation' },
		{ text: '# 12, ~ bug, @ ada, % 19.7', why: 'a sign alone' },
		{ text: '~"" ~" a " ~"a', why: 'no name in the quotes' },
		{ text: '#12a é#12 日本#12', why: 'a part of a word, in any script' },
		{ text: '<a/b> and a/b>=c', why: 'a tag or a comparison' },
	])('$text ($why)', ({ text }) => {
		expect(parseReferences(text)).toEqual([{ kind: 'text', text }]);
	});
});

describe('what stands beside a reference stays text', () => {
	test.each([
		{ text: '~bug.', expected: ['label: bug'] },
		{ text: '~bug?', expected: ['label: bug'] },
		{ text: '~bug’s', expected: ['label: bug'] },
		{ text: "#12's", expected: ['issue: #12'] },
		{ text: '[~bug]', expected: ['label: bug'] },
		{ text: '“~bug”', expected: ['label: bug'] },
		{ text: '…#12…', expected: ['issue: #12'] },
		{ text: '#12-related, non-~bug', expected: ['issue: #12', 'label: bug'] },
		{ text: '~bug and ~feature', expected: ['label: bug', 'label: feature'] },
		{ text: '~bug/~feature', expected: ['label: bug', 'label: feature'] },
		{ text: '~"a::b"/~"a::c"', expected: ['label: a::b', 'label: a::c'] },
		{ text: '~"a::b"~"a::c"', expected: ['label: a::b', 'label: a::c'] },
		{ text: '#12/#13,!14', expected: ['issue: #12', 'issue: #13', 'merge request: !14'] },
		{ text: '@ada/@ben', expected: ['mention: ada', 'mention: ben'] },
		{ text: '#12–#14', expected: ['issue: #12', 'issue: #14'] },
	])('$text', ({ text, expected }) => {
		expect(found(text)).toEqual(expected);
	});
});

test.each([
	{ before: 'C', expected: [] },
	{ before: '/', expected: [] },
	{ before: '(', expected: ['issue: #1'] },
	{ before: ' ', expected: ['issue: #1'] },
	{ before: '', expected: ['issue: #1'] },
])('what stands before the text counts: "$before"', ({ before, expected }) => {
	expect(found('#1', before)).toEqual(expected);
});

test.each([
	{ text: '~"a b"', shown: 'a b' },
	{ text: '~a::b', shown: 'a::b' },
	{ text: '~“won’t do”', shown: 'won’t do' },
	{ text: '%"Next releases"', shown: '%Next releases' },
	{ text: 'group/project#12', shown: 'group/project#12' },
	{ text: '@ada', shown: '@ada' },
])('$text is shown as $shown', ({ text, shown }) => {
	expect(parseReferences(text)).toEqual([expect.objectContaining({ text, shown })]);
});

test.each([
	{ label: 'a::b', expected: { scope: 'a', value: 'b' } },
	{ label: 'a::b::c', expected: { scope: 'a::b', value: 'c' } },
	{ label: 'a', expected: undefined },
	{ label: 'a:b', expected: undefined },
	{ label: '::b', expected: undefined },
	{ label: 'a::', expected: undefined },
])('the scope and value of $label', ({ label, expected }) => {
	expect(parseScopedLabel(label)).toEqual(expected);
});

describe('whatever the text', () => {
	/** Signs, quotes and boundaries in all orders, and any other text. */
	const part = fc.constantFrom(
		...['~', '"', '“', '”', '::', ':', '#', '!', '&', '%', '@', '/', '-', '.', ',', ' ', '\n', '>'],
		...['a', 'B', '12', '0', '19.7', 'é', 'https://', 'www.', '<b>', '\ud800', 'group/project'],
	);
	const text = fc.oneof(
		fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
		fc.string({ unit: anyCharacter, maxLength: 60 }),
	);

	test('the tokens are the text, in its order', () => {
		fc.assert(
			fc.property(text, (value) => {
				const texts = parseReferences(value).map((token) => token.text);
				expect(texts.join('')).toBe(value);
				expect(texts).not.toContain('');
			}),
		);
	});

	test('text without a sign of GitLab’s has no reference', () => {
		fc.assert(
			fc.property(text, (value) => {
				const plain = value.replace(/[~#!&%@>]/g, '');
				expect(found(plain)).toEqual([]);
			}),
		);
	});

	test('a reference among words is found, and the words stay', () => {
		const reference = fc.constantFrom('~bug', '~"a b::c"', '#12', 'g/p!4', '&3', '%19.7', '@ada');
		const words = fc.stringMatching(/^[a-z ]{0,20}$/);
		fc.assert(
			fc.property(words, reference, words, (left, middle, right) => {
				const tokens = parseReferences(`${left} ${middle} ${right}`);
				expect(tokens.map((token) => token.text)).toEqual([`${left} `, middle, ` ${right}`]);
			}),
		);
	});

	test('long and hostile text takes no time', () => {
		const hostile = ['a.', 'a/', 'a-', 'a::', '~"', '@a/', '%', 'a@', '(a', '#1', '~a-', 'a.b-c/'];
		const start = performance.now();
		for (const piece of hostile) parseReferences(piece.repeat(5000));
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
