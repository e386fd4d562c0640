import { expect, test } from 'vitest';
import { confidenceWord, gradeWord, sourceName } from '#core/words/job-words.ts';

test('a job that nobody graded is not called bad', () => {
	expect(gradeWord({ grade: 'F' })).toBe('Grade F');
	expect(gradeWord({})).toBe('not graded');
	expect(confidenceWord({ confidence: 'Heuristic' })).toBe('Heuristic');
	expect(confidenceWord({})).toBe('not stated');
});

test.each([
	{
		address: 'https://gitlab.example.com/acme/engine/-/issues/12',
		name: 'engine#12',
		why: 'an issue',
	},
	{
		address: 'https://gitlab.example.com/acme/engine/-/issues/12/',
		name: 'engine#12',
		why: 'with a slash',
	},
	{
		address: 'https://gitlab.example.com/acme/engine/-/issues',
		name: 'gitlab.example.com',
		why: 'no issue',
	},
	{ address: 'https://example.com/study.pdf', name: 'example.com', why: 'not on GitLab' },
])('$address is named $name: $why', ({ address, name }) => {
	expect(sourceName(address)).toBe(name);
});
