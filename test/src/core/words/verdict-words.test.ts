import { describe, expect, test } from 'vitest';
import { recordMilestone } from '#core/plan/changes/milestone-record.ts';
import {
	describeOlder,
	describeResult,
	describeVerdict,
	describeWaiting,
} from '#core/words/verdict-words.ts';
import { anIssueOfDay, aPlanOfDay, planRules } from '../../../builders.ts';

const running = {
	title: '19.7',
	noun: 'commitment',
	committed: { closed: 2, total: 21 },
	all: { closed: 4, total: 45 },
	pace: { day: 10, days: 28 },
	judgement: 'far-behind',
	asOf: null,
	earlier: [],
} as const;

test.each([
	{ judgement: 'far-behind', tone: 'bad', start: 'Behind pace: 2 of 21 commitments closed' },
	{ judgement: 'behind', tone: 'warn', start: 'Behind pace: 2 of 21 commitments closed' },
	{ judgement: 'on-pace', tone: 'good', start: 'On pace: 2 of 21 commitments closed' },
	{ judgement: 'early', tone: 'quiet', start: '2 of 21 commitments closed' },
	{ judgement: 'counted', tone: 'quiet', start: '2 of 21 commitments closed' },
] as const)('$judgement says its counts and its day', ({ judgement, tone, start }) => {
	const words = describeVerdict({ ...running, judgement });
	expect(words).toMatchObject({ tone, sentence: `${start} on day 10 of 28` });
});

test('the reckoning says the even pace, what is left, and that there is no history', () => {
	expect(describeVerdict(running).reckoning).toEqual([
		'An even pace would have closed 8 by now. 19 are left for the 18 days to the cutoff.',
		'We can’t compare with last time: no plan from the same day is saved.',
	]);
});

test('of stale issues it says their day, and speaks of what was', () => {
	const words = describeVerdict({ ...running, asOf: '2026-11-23' });
	expect(words.sentence).toBe(
		'Behind pace: 2 of 21 commitments closed on 23 November, day 10 of 28',
	);
	expect(words.reckoning?.[0]).toBe(
		'An even pace would have closed 8 by then. 19 were left for the 18 days to the cutoff.',
	);
});

test('of a milestone that has begun since its issues were pulled, nothing is claimed', () => {
	expect(describeOlder('19.7', '2026-11-10').sentence).toBe(
		'We don’t know how 19.7 is going: its issues are from 10 November 2026',
	);
});

test('earlier milestones are said as they were that day, and as they ended', () => {
	const earlier = [{ milestone: '19.6', closed: 1, total: 15, delivered: 9, committed: 17 }];
	expect(describeVerdict({ ...running, earlier }).reckoning?.[1]).toBe(
		'On the same day, 19.6 had 1 of 15 and ended with 9 of 17.',
	);
});

test('without a commitment all issues are counted', () => {
	const committed = { closed: 0, total: 0 };
	const words = describeVerdict({ ...running, committed, judgement: 'counted' });
	expect(words.sentence).toBe(
		'Nothing is committed in 19.7: 4 of 45 issues closed on day 10 of 28',
	);
});

test('a team that sets no commitments apart hears of issues', () => {
	const all = { ...running, noun: 'issue', committed: running.all, judgement: 'on-pace' } as const;
	expect(describeVerdict(all).sentence).toBe('On pace: 4 of 45 issues closed on day 10 of 28');
	const none = { closed: 0, total: 0 };
	const empty = describeVerdict({ ...all, committed: none, all: none, judgement: 'counted' });
	expect(empty.sentence).toBe('No issue is in 19.7 on day 10 of 28');
});

test('on the cutoff no day is left', () => {
	const words = describeVerdict({ ...running, pace: { day: 28, days: 28 } });
	expect(words.reckoning?.[0]).toContain('19 are left, and today is the cutoff.');
});

test('a milestone that is to come says its start', () => {
	const sentenceOn = (today: string, start: string | null = '2026-12-12') =>
		describeWaiting('19.8', start, today).sentence;
	expect(sentenceOn('2026-12-11')).toBe('19.8 starts on 12 December 2026');
	expect(sentenceOn('2026-12-12')).toBe(
		'19.8 started on 12 December 2026, while the current one is still on',
	);
	expect(sentenceOn('2026-12-11', null)).toBe('19.8 has no dates on GitLab');
});

describe('how a milestone ended', () => {
	type Issue = Parameters<typeof anIssueOfDay>[0];
	/** 19.7 runs from 14 November to 11 December. */
	const planOn = (day: string, issues: Issue[]) =>
		aPlanOfDay({
			day,
			asked: ['19.7', '19.8', '19.9'],
			issues: issues.map((issue, index) => anIssueOfDay({ iid: index + 1, ...issue })),
		});
	const resultOf = (...days: ReturnType<typeof planOn>[]) =>
		describeResult(recordMilestone('19.7', days, planRules())!, planRules());
	const committed = { labels: ['Deliverable'] };
	const start = planOn('2026-11-14', [
		{ milestone: '19.7', ...committed },
		{ milestone: '19.7', ...committed },
		{ milestone: '19.7' },
	]);
	const end = (...issues: Issue[]) => planOn('2026-12-12', issues);
	const closed: Issue = { milestone: '19.7', state: 'closed' };

	test('says what was delivered, and where the rest went', () => {
		const words = resultOf(
			start,
			end({ ...closed, ...committed }, { milestone: '19.8', ...committed }, { milestone: '19.8' }),
		);
		expect(words).toMatchObject({
			tone: 'warn',
			sentence: '1 of 3 issues delivered; 2 carried to 19.8',
			reckoning: ['Of the 2 commitments, 1 was delivered and 1 carried out.'],
		});
	});

	test('names no milestone where the rest went to several', () => {
		const words = resultOf(start, end(closed, { milestone: '19.8' }, { milestone: '19.9' }));
		expect(words!.sentence).toBe('1 of 3 issues delivered; 2 carried to later milestones');
	});

	test('is done when nothing was carried out', () => {
		const words = resultOf(start, end(closed, closed, closed));
		expect(words).toMatchObject({ tone: 'ink', sentence: '3 of 3 issues delivered' });
	});

	test('says that nothing was committed', () => {
		const days = [planOn('2026-11-14', [{ milestone: '19.7' }]), end(closed)];
		expect(resultOf(...days)!.reckoning).toEqual(['Nothing was committed.']);
	});

	test('is not said before the cutoff', () => {
		expect(resultOf(start)).toBeNull();
	});
});
