import { expect, test } from 'vitest';
import { previewIssue } from '#core/words/preview-words.ts';
import { anIssue } from '../../../builders.ts';

test.each([
	{
		reason: 'an open one',
		issue: { title: 'Boil faster.', state: 'opened', milestone: '19.7', healthStatus: 'at_risk' },
		expected: 'Boil faster. Opened, milestone 19.7, at risk.',
	},
	{
		reason: 'a closed one, whose health is over',
		issue: { title: 'Boil', state: 'closed', milestone: null, healthStatus: 'at_risk' },
		expected: 'Boil. Closed.',
	},
])('an issue in a line: $reason', ({ issue, expected }) => {
	expect(previewIssue(anIssue(issue))).toBe(expected);
});
