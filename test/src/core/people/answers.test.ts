import { describe, expect, test } from 'vitest';
import { findAnswerProjects, measureFirstAnswers } from '#core/people/answers.ts';
import { describeAnswers, describeFirstAnswers } from '#core/words/answer-words.ts';
import { aContact, anAnsweredIssue, aSnapshot } from '../../../builders.ts';

const until = '2026-11-23T08:30:00Z';
const openedAt = '2026-11-01T00:00:00Z';
/** Hours until the answer; negative: so long there has been none. */
const waited = (...hours: number[]) =>
	hours.map((hour) => {
		const opened = hour < 0 ? Date.parse(until) + hour * 3_600_000 : Date.parse(openedAt);
		const answered = hour < 0 ? null : new Date(opened + hour * 3_600_000).toISOString();
		return { openedAt: new Date(opened).toISOString(), answeredAt: answered };
	});
const said = (...hours: number[]) =>
	describeFirstAnswers(measureFirstAnswers(waited(...hours), until));

test.each([
	{
		why: 'half are answered by the fifth answer, and nine in ten by the ninth',
		hours: [1, 2, 3, 4, 5, 6, 7, 8, 72, 240],
		value: '5 hours',
		slow: '3 days',
	},
	{
		why: 'who still waits has not been answered faster than the others',
		hours: [1, 2, 3, 4, 5, 6, 7, 8, -300, -300],
		value: '5 hours',
		slow: '13 days',
	},
	{
		why: 'who has only just asked says nothing of how long others wait',
		hours: [2, 4, 6, 8, 10, -1, -1, -1, -1, -1],
		value: '6 hours',
		slow: '10 hours',
	},
	{
		why: 'most are not answered at all',
		hours: [1, 2, 3, -100, -100, -100, -100, -100, -100, -120],
		value: 'More than 5 days',
		slow: '5 days',
	},
	{
		why: 'all are answered at once',
		hours: Array<number>(10).fill(0),
		value: 'Under an hour',
		slow: 'an hour',
	},
])('$why', ({ hours, value, slow }) => {
	expect(said(...hours)).toEqual({
		value,
		note: `For half of 10 recent issues from people outside the team; 1 in 10 waits longer than ${slow}.`,
	});
});

describe('nothing is said', () => {
	test('of fewer than ten cases', () => {
		expect(said(1, 2, 3, 4, 5, 6, 7, 8, -9)).toEqual({
			value: 'Too few to tell',
			note: '9 recent issues from people outside the team.',
		});
		expect(said()).toMatchObject({ note: '0 recent issues from people outside the team.' });
	});

	test('of what GitLab does not tell, but why', () => {
		const reason = "GitLab doesn't show comments.";
		const missing = aSnapshot({ lists: { answers: { state: 'missing', reason } } });
		expect(describeAnswers(missing)).toEqual({ value: 'Not known', note: reason });
	});

	test('where nobody asks', () => {
		const unused = aSnapshot({ lists: { answers: { state: 'not-configured' } } });
		expect(describeAnswers(unused)).toBeNull();
	});

	test('of an old list but until its own day', () => {
		const rows = {
			answers: Array.from({ length: 10 }, (_, index) => anAnsweredIssue({ iid: index + 1 })),
		};
		expect(describeAnswers(aSnapshot({ rows }))?.value).toBe('2 hours');
	});
});

test.each([
	{ why: "the team's own", issue: {}, projects: ['example/tools/widget'] },
	{ why: "another team's", issue: { ours: false }, projects: [] },
	{ why: 'confidential', issue: { confidential: true }, projects: [] },
])('issues are looked at where readers open them: $why', ({ issue, projects }) => {
	expect(findAnswerProjects({ contact: aContact(issue) })).toEqual(projects);
});
