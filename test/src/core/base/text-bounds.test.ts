import { expect, test } from 'vitest';
import { isExcessive } from '#core/base/text-bounds.ts';

const bounds = { characters: 100_000, lineCharacters: 50_000 };

test.each([
	{ why: 'brackets that are closed', text: '([{}])'.repeat(5_000), excessive: false },
	{ why: 'brackets that are never closed', text: '('.repeat(501), excessive: true },
	{ why: 'brackets that only others close', text: 'func (a }\n'.repeat(501), excessive: true },
	{
		why: 'one that is left open in each function',
		text: "{ say('(') }\n".repeat(2_000),
		excessive: false,
	},
	{ why: 'closing ones alone', text: ')'.repeat(5_000), excessive: false },
	{ why: 'a line that is too long', text: 'a'.repeat(50_001), excessive: true },
	{ why: 'lines that are not', text: 'a\n'.repeat(40_000), excessive: false },
])('$why: $excessive', ({ text, excessive }) => {
	expect(isExcessive(text, bounds)).toBe(excessive);
});
