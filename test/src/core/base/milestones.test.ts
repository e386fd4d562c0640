import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/base/dates.ts';
import {
	currentMilestone,
	isPlanMilestone,
	lastMilestone,
	milestoneDates,
	milestonesAround,
	nextMilestones,
} from '#core/base/milestones.ts';
import { compareTitles } from '#model/order.ts';
import type { Milestone } from '#model/milestone.ts';
import { aMilestone, planRules } from '../../../builders.ts';

const titlesOf = (milestones: readonly Milestone[]) => milestones.map(({ title }) => title);

/** Kickoff, final scope: worked out by hand. The rest: the schedule as GitLab follows it. */
const schedule = [
	['18.6', '2025-10-11', '2025-10-08', '2025-10-13', '2025-11-14', '2025-11-20'],
	['18.7', '2025-11-15', '2025-11-12', '2025-11-17', '2025-12-12', '2025-12-18'],
	['18.8', '2025-12-13', '2025-12-10', '2025-12-15', '2026-01-09', '2026-01-15'],
	['18.9', '2026-01-10', '2026-01-07', '2026-01-12', '2026-02-13', '2026-02-19'],
	['18.10', '2026-02-14', '2026-02-11', '2026-02-16', '2026-03-13', '2026-03-19'],
	['18.11', '2026-03-14', '2026-03-11', '2026-03-16', '2026-04-10', '2026-04-16'],
	['19.0', '2026-04-11', '2026-04-08', '2026-04-13', '2026-05-15', '2026-05-21'],
	['19.1', '2026-05-16', '2026-05-13', '2026-05-18', '2026-06-12', '2026-06-18'],
	['19.2', '2026-06-13', '2026-06-10', '2026-06-15', '2026-07-10', '2026-07-16'],
	['19.3', '2026-07-11', '2026-07-08', '2026-07-13', '2026-08-14', '2026-08-20'],
	['19.4', '2026-08-15', '2026-08-12', '2026-08-17', '2026-09-11', '2026-09-17'],
	['19.5', '2026-09-12', '2026-09-09', '2026-09-14', '2026-10-09', '2026-10-15'],
	['19.6', '2026-10-10', '2026-10-07', '2026-10-12', '2026-11-13', '2026-11-19'],
	['19.7', '2026-11-14', '2026-11-11', '2026-11-16', '2026-12-11', '2026-12-17'],
	['19.8', '2026-12-12', '2026-12-09', '2026-12-14', '2027-01-15', '2027-01-21'],
	['19.9', '2027-01-16', '2027-01-13', '2027-01-18', '2027-02-12', '2027-02-18'],
	['19.10', '2027-02-13', '2027-02-10', '2027-02-15', '2027-03-12', '2027-03-18'],
	['19.11', '2027-03-13', '2027-03-10', '2027-03-15', '2027-04-09', '2027-04-15'],
	['20.0', '2027-04-10', '2027-04-07', '2027-04-12', '2027-05-14', '2027-05-20'],
] as const;

const all = schedule.map(([title, startDate, , , dueDate]) =>
	aMilestone({ title, startDate, dueDate }),
);

describe('titles are compared number by number', () => {
	test('the schedule, shuffled, sorts into itself', () => {
		const titles = schedule.map(([title]) => title);
		expect(titles.toSorted().toSorted(compareTitles)).toEqual(titles);
	});

	test.each([
		{ lower: '19.9', higher: '19.10', why: 'ten is more than nine' },
		{ lower: '19.11', higher: '20.0', why: 'the first number decides' },
		{ lower: '18.6', higher: '18.6.1', why: 'a patch follows' },
		{ lower: '19.1', higher: 'Backlog', why: 'words come last' },
		{ lower: 'Sprint 9', higher: 'Sprint 10', why: 'numbers count inside of words, too' },
		{ lower: '9007199254740992.0', higher: '9007199254740993.0', why: 'digits are not rounded' },
	])('$lower comes before $higher: $why', ({ lower, higher }) => {
		expect(compareTitles(lower, higher)).toBeLessThan(0);
		expect(compareTitles(higher, lower)).toBeGreaterThan(0);
	});

	test('any three titles have one order, and only equal ones have the same place', () => {
		const part = fc.oneof(fc.constantFrom('0', '1', '01', '10', '9', 'x', ''), fc.string());
		const title = fc.array(part, { maxLength: 3 }).map((parts) => parts.join('.'));
		fc.assert(
			fc.property(title, title, title, (a, b, c) => {
				expect(Math.sign(compareTitles(a, b)) + Math.sign(compareTitles(b, a))).toBe(0);
				expect(compareTitles(a, b) === 0).toBe(a === b);
				const [first, second, third] = [a, b, c].toSorted(compareTitles);
				expect(compareTitles(first!, second!)).toBeLessThanOrEqual(0);
				expect(compareTitles(second!, third!)).toBeLessThanOrEqual(0);
				expect(compareTitles(first!, third!)).toBeLessThanOrEqual(0);
			}),
		);
	});
});

describe('where titles are no numbers, dates tell the order', () => {
	const week = (
		title: string,
		startDate: string | null,
		dueDate = startDate && addDays(startDate, 6),
	) => aMilestone({ title, startDate, dueDate });
	/** Two releases in a month, several weeks for each. */
	const weeks = [
		week('Week of 30 November', '2026-11-30'),
		week('Week of 7 December', '2026-12-07'),
		week('Week of 14 December', '2026-12-14'),
		week('Some day', null),
	];

	test('of the current one, the next and the last', () => {
		const shuffled = weeks.toReversed();
		const current = currentMilestone(shuffled, '2026-12-09')!;
		expect(current.title).toBe('Week of 7 December');
		expect(titlesOf(nextMilestones(shuffled, current, 5))).toEqual([
			'Week of 14 December',
			'Some day',
		]);
		expect(lastMilestone(shuffled, current, '2026-12-09')?.title).toBe('Week of 30 November');
	});

	test('of those to pull', () => {
		const window = { pattern: '^Week', before: 1, after: 1 };
		expect(titlesOf(milestonesAround(weeks.toReversed(), '2026-12-01', window))).toEqual([
			'Week of 30 November',
			'Week of 7 December',
		]);
	});

	test('and of two that overlap, the one that began first is current', () => {
		const both = [week('B', '2026-12-01', '2026-12-31'), week('A', '2026-12-05', '2026-12-31')];
		expect(currentMilestone(both, '2026-12-09')?.title).toBe('B');
	});

	test('and several may have the same release', () => {
		const release = weeks.map(
			({ startDate, dueDate }) => milestoneDates({ startDate, dueDate }, planRules()).release,
		);
		expect(release).toEqual(['2026-12-17', '2026-12-17', '2027-01-21', null]);
	});
});

test.each([
	{ title: '19.10', counts: true },
	{ title: '19.10.1', counts: false },
	{ title: 'Backlog', counts: false },
])('$title is a milestone of the plan: $counts', ({ title, counts }) => {
	expect(isPlanMilestone(title, planRules().milestonePattern)).toBe(counts);
});

describe('the current milestone', () => {
	test.each([
		{ today: '2026-11-13', current: '19.6', why: 'the due date belongs to it' },
		{ today: '2026-11-14', current: '19.7', why: 'the start belongs to it' },
		{ today: '2025-01-01', current: '18.6', why: 'before the first, the first' },
		{ today: '2027-05-14', current: '20.0', why: 'the last day of the last' },
		{ today: '2027-05-15', current: undefined, why: 'all are over' },
	])('is $current on $today: $why', ({ today, current }) => {
		expect(currentMilestone(all.toReversed(), today)?.title).toBe(current);
	});

	test('in a gap is the next to start', () => {
		const gap = all.filter(({ title }) => title !== '19.7');
		expect(currentMilestone(gap, '2026-11-23')?.title).toBe('19.8');
	});

	test('is the lowest of those that overlap', () => {
		const early = aMilestone({ title: '19.10', startDate: '2026-11-01', dueDate: '2026-12-31' });
		const late = aMilestone({ title: '19.9', startDate: '2026-11-20', dueDate: '2026-12-31' });
		expect(currentMilestone([early, late], '2026-11-23')?.title).toBe('19.9');
	});

	test.each([
		{ startDate: null, dueDate: '2026-12-11', why: 'no start' },
		{ startDate: '2026-11-14', dueDate: null, why: 'no due date' },
		{ startDate: '2026-12-24', dueDate: '2026-12-11', why: 'due before it starts' },
	])('is never one that cannot be placed: $why', ({ startDate, dueDate }) => {
		expect(currentMilestone([aMilestone({ startDate, dueDate })], '2026-11-23')).toBeUndefined();
	});
});

describe('the next milestones', () => {
	test('follow by number, with or without dates', () => {
		const undated = aMilestone({ title: '20.1', startDate: null, dueDate: null });
		const next = nextMilestones([undated, ...all.toReversed()], { title: '19.10' }, 3);
		expect(titlesOf(next)).toEqual(['19.11', '20.0', '20.1']);
	});

	test('are fewer when GitLab has no more', () => {
		expect(titlesOf(nextMilestones(all, { title: '19.11' }, 3))).toEqual(['20.0']);
	});
});

describe('the milestones to pull', () => {
	const window = { pattern: planRules().milestonePattern, before: 3, after: 6 };

	test('are the current one, three before, six after, in order and without patches', () => {
		const patch = aMilestone({ title: '19.7.1' });
		expect(titlesOf(milestonesAround([patch, ...all.toReversed()], '2026-11-23', window))).toEqual([
			'19.4',
			'19.5',
			'19.6',
			'19.7',
			'19.8',
			'19.9',
			'19.10',
			'19.11',
			'20.0',
		]);
	});

	test('end with those that have begun to be planned, when all that have dates are over', () => {
		const undated = aMilestone({ title: '20.1', startDate: null, dueDate: null });
		expect(titlesOf(milestonesAround([...all, undated], '2027-06-01', window))).toEqual([
			'19.9',
			'19.10',
			'19.11',
			'20.0',
			'20.1',
		]);
	});

	test('are the highest numbers, when none has dates', () => {
		const undated = all.map((milestone) => ({ ...milestone, startDate: null, dueDate: null }));
		const titles = titlesOf(milestonesAround(undated, '2026-11-23', window));
		expect(titles).toEqual(titlesOf(all.slice(-10)));
	});
});

describe('the dates of a milestone', () => {
	test.each(schedule)('%s', (_title, start, scopeFinal, kickoff, cutoff, release) => {
		expect(milestoneDates({ startDate: start, dueDate: cutoff }, planRules())).toEqual({
			start,
			kickoff,
			scopeFinal,
			cutoff,
			release,
		});
	});

	test('each milestone starts the day after the cutoff of the one before', () => {
		const starts = all.slice(1).map(({ startDate }) => startDate);
		expect(starts).toEqual(all.slice(0, -1).map(({ dueDate }) => addDays(dueDate!, 1)));
	});

	test('a holiday before the kickoff makes the scope final a day earlier', () => {
		const rules = planRules({ holidays: [{ date: '2026-11-13', name: 'Example Day' }] });
		expect(milestoneDates(aMilestone(), rules).scopeFinal).toBe('2026-11-10');
	});

	test.each([
		{ dueDate: '2026-11-19', release: '2026-12-17', why: 'a cutoff on the third Thursday' },
		{ dueDate: '2026-12-31', release: '2027-01-21', why: 'the next month is in the next year' },
		{ dueDate: '2027-01-31', release: '2027-02-18', why: 'the next month is shorter' },
		{ dueDate: '9999-12-31', release: null, why: 'the calendar ends before it' },
	])('the release after $dueDate is $release: $why', ({ dueDate, release }) => {
		expect(milestoneDates({ startDate: null, dueDate }, planRules()).release).toBe(release);
	});

	test('what follows from a date that GitLab lacks is unknown', () => {
		expect(milestoneDates({ startDate: null, dueDate: null }, planRules())).toEqual({
			start: null,
			kickoff: null,
			scopeFinal: null,
			cutoff: null,
			release: null,
		});
	});
});
