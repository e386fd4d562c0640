import { describe, expect, test } from 'vitest';
import { describeBurnUp, describeLine, describeMissingLine } from '#core/words/burn-up-words.ts';

const facts = {
	title: '19.7',
	dates: { start: '2026-11-14', cutoff: '2026-12-11' },
	today: '2026-11-23',
	days: [
		{ day: '2026-11-14', total: 1 },
		{ day: '2026-11-23', total: 0 },
	],
	keptSince: '2026-11-01',
};

describe('there is no line', () => {
	test.each([
		{
			change: { days: [], keptSince: null },
			says: "No plan has been saved yet. Each pull saves that day's plan.",
		},
		{
			change: { days: facts.days.map(({ day }) => ({ day, total: 0 })) },
			says: 'No saved plan has an issue in 19.7.',
		},
		{ change: { days: [] }, says: 'We have saved no plan of 19.7 since it started.' },
		{
			change: { days: [], today: '2027-02-01', keptSince: '2027-01-20' },
			says: 'We saved no plan while 19.7 was on: the first is from 20 January 2027.',
		},
		{
			change: { days: [], today: '2026-11-13' },
			says: '19.7 starts on 14 November 2026. The line begins then.',
		},
		{
			change: { dates: { start: '2026-11-14', cutoff: null } },
			says: 'GitLab has no dates for 19.7, so there is no line to draw.',
		},
	])('$says', ({ change, says }) => {
		expect(describeMissingLine({ ...facts, ...change })).toBe(says);
	});

	test('only until a day of the milestone was kept', () => {
		expect(describeMissingLine(facts)).toBeNull();
		expect(describeMissingLine({ ...facts, days: facts.days.slice(0, 1) })).toBeNull();
	});
});

test.each([
	{
		perDay: 2.3,
		says: '45 planned, 4 closed. To close the rest by 11 December 2026, we need 2.3 a day.',
		pace: '2.3 a day',
	},
	{ perDay: null, says: '45 planned, 4 closed.', pace: null },
])('a chart says in its caption what it draws: $says', ({ perDay, says, pace }) => {
	expect(describeBurnUp({ total: 45, closed: 4 }, perDay, '2026-12-11')).toEqual({
		lines: { total: '45 planned', closed: '4 closed', pace },
		caption: `${says} Issues closed after the day’s pull count on the next day.`,
	});
});

test('a line is told by its first day and its last', () => {
	const amounts = [
		{ day: '2026-11-14', total: 1, closed: 0 },
		{ day: '2026-11-16', total: 4, closed: 4 },
		{ day: '2026-11-23', total: 5, closed: 2 },
	];
	expect(describeLine(amounts)).toBe(
		'On 14 November 2026 0 of 1 issue was closed. On 23 November 2026 2 of 5 issues were closed.',
	);
	expect(describeLine([])).toBe('');
});
