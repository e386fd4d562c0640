import { expect, test } from 'vitest';
import { findNearest } from '#core/base/nearest.ts';

test.each([
	{ word: 'onwer', nearest: 'owner', why: 'letters that are swapped' },
	{ word: 'ttle', nearest: 'title', why: 'a letter too few' },
	{ word: 'titlee', nearest: 'title', why: 'a letter too many' },
	{ word: 'Descriptoin', nearest: 'description', why: 'another case' },
	{ word: 'label', nearest: undefined, why: 'another word' },
	{ word: '', nearest: undefined, why: 'no word' },
])('$why: $word', ({ word, nearest }) => {
	expect(findNearest(word, ['title', 'owner', 'description'])).toBe(nearest);
});
