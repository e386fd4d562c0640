import { describe, expect, test } from 'vitest';
import { pipelineRule } from '#core/inventory/checks/pipeline.ts';
import { source } from '../../../../builders.ts';
import { judge, wordsOf } from './a-subject.ts';

const webUrl = `${source}/example/tools/widget/-/pipelines/7`;
const ended = (status: string) => ({ pipeline: { status, updatedAt: null, webUrl } });

test.each([
	{ status: 'success', answer: 'holds', words: 'main passed' },
	{ status: 'failed', answer: 'broken', words: 'main failed' },
	{
		status: 'running',
		answer: 'unknown',
		words: 'is running. The next pull will show how it ended.',
	},
	{ status: 'pending', answer: 'unknown', words: 'The next pull will show how it ended.' },
	{ status: 'created', answer: 'unknown', words: 'The next pull will show how it ended.' },
	{ status: 'canceled', answer: 'unknown', words: 'was canceled' },
	{ status: 'skipped', answer: 'unknown', words: 'was skipped' },
	{ status: 'manual', answer: 'unknown', words: 'waits for somebody' },
	{ status: 'in_quarantine', answer: 'unknown', words: 'has the status in_quarantine' },
])('$status is $answer', ({ status, answer, words }) => {
	const verdict = judge(pipelineRule, { facts: ended(status) });
	expect(verdict).toMatchObject({ answer, from: { url: webUrl } });
	expect(wordsOf(verdict)).toContain(words);
});

describe('without a pipeline', () => {
	test('it does not apply', () => {
		expect(judge(pipelineRule, { facts: { pipeline: null } })).toEqual({
			answer: 'not-applicable',
			why: 'The default branch has no pipeline.',
		});
	});

	test.each(['pipelines', 'code'] as const)('it is unknown when %s are hidden', (part) => {
		const facts = { pipeline: null, hidden: [part] };
		expect(judge(pipelineRule, { facts })).toMatchObject({ answer: 'unknown' });
	});
});
