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

describe('when GitLab failed to answer', () => {
	const unanswered = (keptFrom: string | null) => [
		{ part: 'pipelines' as const, keptFrom, why: 'GET /pipelines answered 500.' },
	];

	test('it is unknown without an older answer, and says what failed', () => {
		const facts = { pipeline: null, unanswered: unanswered(null) };
		expect(judge(pipelineRule, { facts })).toMatchObject({
			answer: 'unknown',
			observed: 'GitLab failed to answer for its pipelines. GET /pipelines answered 500.',
			needs: 'The next pull.',
		});
	});

	test('an older answer counts, with its date', () => {
		const keptFrom = '2026-11-20T08:30:00Z';
		const facts = { ...ended('success'), unanswered: unanswered(keptFrom) };
		expect(judge(pipelineRule, { facts })).toMatchObject({ answer: 'holds', readAt: keptFrom });
	});
});
