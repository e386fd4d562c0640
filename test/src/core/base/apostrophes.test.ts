import { expect, test } from 'vitest';
import { setApostrophes } from '#core/base/apostrophes.ts';

test.each([
	{
		why: 'within words',
		text: "Runner's terms aren't L'été's",
		shown: 'Runner’s terms aren’t L’été’s',
	},
	{ why: 'that are set already', text: 'we’ll see', shown: 'we’ll see' },
	{ why: 'but no quotes', text: "'a' \"b\" the teams' page", shown: "'a' \"b\" the teams' page" },
	{ why: 'but no signs of numbers', text: "5'11 '80s", shown: "5'11 '80s" },
])('apostrophes are set: those $why', ({ text, shown }) => {
	expect(setApostrophes(text)).toBe(shown);
});
