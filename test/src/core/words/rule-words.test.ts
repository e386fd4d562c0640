import { expect, test } from 'vitest';
import { describeRest, describeRuleExemption, describeRules } from '#core/words/rule-words.ts';
import type { Answer } from '#model/checks.ts';

const rules = (...answers: Answer[]) => answers.map((answer) => ({ answer }));

test.each([
	{
		given: rules('broken', 'broken', 'holds', 'unknown', 'exempt'),
		tone: 'bad',
		sentence: '2 of 5 rules fail',
		reckoning: ['1 not checked, 1 exempt, 1 passing.'],
	},
	{ given: rules('broken'), tone: 'bad', sentence: '1 of 1 rule fails', reckoning: [] },
	{
		given: rules('holds', 'unknown', 'holds'),
		tone: 'quiet',
		sentence: 'None of the 2 rules that could be checked fails',
		reckoning: ['1 not checked, 2 passing.'],
	},
	{
		given: rules('holds', 'exempt'),
		tone: 'good',
		sentence: 'None of 2 rules fails',
		reckoning: ['1 exempt, 1 passing.'],
	},
	{
		given: rules('unknown'),
		tone: 'quiet',
		sentence: 'We couldn’t check any rule',
		reckoning: undefined,
	},
])('$sentence', ({ given, tone, sentence, reckoning }) => {
	const words = describeRules(given);
	expect(words).toMatchObject({ tone, sentence });
	expect(words.reckoning).toEqual(reckoning);
});

test('an exemption says why, until when and who has decided', () => {
	const exemption = { reason: 'We have just begun', by: 'lead', until: '2026-12-01' };
	expect(describeRuleExemption(exemption)).toBe(
		'Exempt until 1 December 2026: We have just begun. Decided by the lead.',
	);
});

test('what is cut from the evidence is counted', () => {
	const items = [{ text: 'a' }, { text: 'b' }];
	expect(describeRest({ items, total: 2 })).toBeUndefined();
	expect(describeRest({ items, total: 9 })).toBe('and 7 more');
});
