import { describe, expect, test } from 'vitest';
import { toVisible } from '#core/base/plain-text.ts';

describe('a character that would act is written out', () => {
	test.each([
		{ why: 'turns the text around', text: 'a\u202Egnp.exe', shown: String.raw`a\u202Egnp.exe` },
		{ why: 'isolates', text: '\u2066a\u2069', shown: String.raw`\u2066a\u2069` },
		{
			why: 'marks a direction',
			text: 'a\u200E\u200F\u061C',
			shown: String.raw`a\u200E\u200F\u061C`,
		},
		{ why: 'controls a terminal', text: '\u001B[31m', shown: String.raw`\u001B[31m` },
		{ why: 'ends a text', text: 'a\0b', shown: String.raw`a\u0000b` },
		{ why: 'is of C1', text: 'a\u0085\u009B', shown: String.raw`a\u0085\u009B` },
		{ why: 'deletes', text: 'a\u007F', shown: String.raw`a\u007F` },
		{ why: 'overwrites a line', text: 'good\rbad', shown: String.raw`good\u000Dbad` },
		{ why: 'is half a pair', text: 'a\uD83Db', shown: String.raw`a\uD83Db` },
		{ why: 'is none', text: 'a\uFEFF\uFFFE', shown: String.raw`a\uFEFF\uFFFE` },
	])('one that $why', ({ text, shown }) => {
		expect(toVisible(text)).toBe(shown);
	});
});

test.each([
	{ why: 'lines and tabs', text: 'a\n\tb\r\nc' },
	{ why: 'accents, joined or not', text: 'é e\u0301 ñ' },
	{ why: 'letters that are written from the right', text: 'עברית العربية' },
	{ why: 'emoji of several signs', text: '👩\u200D💻 🏳\uFE0F\u200D🌈 🇩🇪' },
	{ why: 'letters that a joiner keeps apart', text: 'می\u200Cخواهم' },
	{ why: 'a backslash', text: String.raw`C:\u202` },
])('$why stay', ({ text }) => {
	expect(toVisible(text)).toBe(text);
});
