import { describe, expect, test } from 'vitest';
import { describeCarried, describeWeight, healthWords } from '#core/words/issue-words.ts';
import { pipelineWords } from '#core/words/pipeline-words.ts';

test.each([
	{ weight: null, words: 'no weight' },
	{ weight: 0, words: '0 points' },
	{ weight: 1, words: '1 point' },
])('a weight of $weight is $words', ({ weight, words }) => {
	expect(describeWeight(weight)).toBe(words);
});

describe('a health status is a word', () => {
	test.each([
		{ status: 'at_risk', word: 'At risk', why: 'known' },
		{ status: null, word: 'no health status', why: 'nobody has set it' },
		{ status: 'on_fire', word: 'on_fire', why: 'unknown: as GitLab says it' },
	])('$word: $why', ({ status, word }) => {
		expect(healthWords(status).word).toBe(word);
	});
});

test.each([
	{ status: 'success', word: 'Passed' },
	{ status: 'waiting_for_callback', word: 'Waiting for callback' },
	{ status: 'frobnicated', word: 'frobnicated' },
])('a pipeline that is $status is said to be $word', ({ status, word }) => {
	expect(pipelineWords({ status }).word).toBe(word);
});

describe('where an issue was carried over from', () => {
	test.each([
		{ carried: [], missedDeliverable: false, says: null },
		{ carried: ['19.6'], missedDeliverable: false, says: 'from 19.6' },
		{ carried: ['19.6'], missedDeliverable: true, says: 'from 19.6, committed there' },
		{
			carried: ['19.4', '19.5', '19.6'],
			missedDeliverable: true,
			says: 'from 19.4, 19.5 and 19.6, committed in one of them',
		},
		{
			carried: [],
			missedDeliverable: true,
			says: 'from earlier, committed there',
		},
	])('$carried, $missedDeliverable: $says', ({ says, ...planned }) => {
		expect(describeCarried(planned)).toBe(says);
	});
});
