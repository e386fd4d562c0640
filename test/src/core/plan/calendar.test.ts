import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	findMilestoneDays,
	milestonesBetween,
	parseTitle,
	titleAfter,
} from '#core/plan/calendar.ts';
import { aMilestone, planRules } from '../../../builders.ts';

const rules = { ...planRules(), lastMinor: 11 };
/** 19.7: its cutoff is Friday 11 December 2026, before the release on Thursday the 17th. */
const anchor = aMilestone();
const undated = { startDate: null, dueDate: null };

describe('a title', () => {
	test.each([
		{ title: '19.7', number: { major: 19, minor: 7 }, why: 'two numbers' },
		{ title: '20.0', number: { major: 20, minor: 0 }, why: 'the first of a major version' },
		{ title: '19.7.1', number: undefined, why: 'a patch is none' },
		{ title: 'Backlog', number: undefined, why: 'a word is none' },
		{ title: ' 19.7', number: undefined, why: 'nothing may stand before it' },
		{ title: '19.٧', number: undefined, why: 'digits of another script are no digits here' },
	])('$title: $why', ({ title, number }) => {
		expect(parseTitle(title)).toEqual(number);
	});

	test.each([
		{ title: '19.7', count: 1, after: '19.8' },
		{ title: '19.9', count: 1, after: '19.10' },
		{ title: '19.11', count: 1, after: '20.0' },
		{ title: '19.7', count: 3, after: '19.10' },
		{ title: '19.7', count: 14, after: '20.9' },
		{ title: '20.0', count: -1, after: '19.11' },
		{ title: '19.7', count: 0, after: '19.7' },
	])('$count after $title is $after', ({ title, count, after }) => {
		expect(titleAfter(title, count, rules)).toBe(after);
		expect(milestonesBetween(title, after, rules)).toBe(count);
	});

	test('follows the last minor version of the rules', () => {
		expect(titleAfter('3.2', 1, { lastMinor: 2 })).toBe('4.0');
	});

	test('leads there and back, however far', () => {
		const index = fc.nat(3000);
		fc.assert(
			fc.property(index, index, (start, count) => {
				const title = `${String(Math.floor(start / 12))}.${String(start % 12)}`;
				const later = titleAfter(title, count, rules);
				expect(titleAfter(later, -count, rules)).toBe(title);
				expect(milestonesBetween(title, later, rules)).toBe(count);
			}),
		);
	});

	test('that is none of two numbers has nothing after it, and 0.0 has nothing before it', () => {
		expect(() => titleAfter('Backlog', 1, rules)).toThrow('"Backlog" is no title such as 19.7.');
		expect(() => titleAfter('0.1', -2, rules)).toThrow('Nothing is 2 milestones before 0.1.');
		expect(milestonesBetween('Backlog', '19.7', rules)).toBeUndefined();
	});
});

describe('a milestone to which GitLab gives no dates has those of the rules', () => {
	/** Worked out by hand from a paper calendar: the cutoff is the Friday before the third Thursday. */
	test.each([
		{
			title: '19.6',
			dates: ['2026-10-10', '2026-10-12', '2026-10-07', '2026-11-13', '2026-11-19'],
			why: 'the one before; October begins on a Thursday, so its release is as early as can be',
		},
		{
			title: '19.8',
			dates: ['2026-12-12', '2026-12-14', '2026-12-09', '2027-01-15', '2027-01-21'],
			why: 'over the end of the year; January begins on a Friday, so its release is as late as can be',
		},
		{
			title: '20.9',
			dates: ['2028-01-15', '2028-01-17', '2028-01-12', '2028-02-11', '2028-02-17'],
			why: 'February of a leap year',
		},
		{
			title: '20.10',
			dates: ['2028-02-12', '2028-02-14', '2028-02-09', '2028-03-10', '2028-03-16'],
			why: '29 February lies in it',
		},
		{
			title: '20.7',
			dates: ['2027-11-13', '2027-11-15', '2027-11-10', '2027-12-10', '2027-12-16'],
			why: 'twelve later: the same month of the next year',
		},
	])('$title: $why', ({ title, dates: [start, kickoff, scopeFinal, cutoff, release] }) => {
		const dates = { start, kickoff, scopeFinal, cutoff, release };
		const missing = aMilestone({ title, ...undated });
		expect(findMilestoneDays(title, [anchor], rules)).toEqual({
			title,
			dates,
			fromGitlab: { start: false, cutoff: false },
		});
		expect(findMilestoneDays(title, [anchor, missing], rules).dates).toEqual(dates);
	});

	test('also where the release is so early in its month that the cutoff is in the one before', () => {
		const early = planRules({ releaseDay: { nth: 1, weekday: 'thursday' } });
		const before = aMilestone({ title: '19.3', startDate: '2025-11-29', dueDate: '2025-12-26' });
		expect(findMilestoneDays('19.4', [before], early).dates).toMatchObject({
			start: '2025-12-27',
			cutoff: '2026-01-30',
			release: '2026-02-05',
		});
		expect(findMilestoneDays('19.2', [before], early).dates).toMatchObject({
			cutoff: '2025-11-28',
			release: '2025-12-04',
		});
	});

	test('reckoned from the nearest milestone that has a due date', () => {
		const moved = aMilestone({ title: '19.9', startDate: null, dueDate: '2027-03-12' });
		expect(findMilestoneDays('19.10', [anchor, moved], rules).dates.cutoff).toBe('2027-04-09');
		expect(findMilestoneDays('19.8', [moved, anchor], rules).dates.cutoff).toBe('2027-01-15');
	});

	test('none, when no milestone has a due date, or the title is no number', () => {
		const nothing = { start: null, kickoff: null, scopeFinal: null, cutoff: null, release: null };
		const milestones = [aMilestone({ dueDate: null })];
		expect(findMilestoneDays('19.8', milestones, rules).dates).toEqual(nothing);
		expect(findMilestoneDays('Backlog', [anchor], rules).dates).toEqual(nothing);
	});
});

describe('what GitLab says wins over what is computed', () => {
	const odd = { title: '19.8', startDate: '2026-12-20', dueDate: '2027-01-08' };

	test('both dates, with the days that follow from them', () => {
		expect(findMilestoneDays('19.8', [anchor, aMilestone(odd)], rules)).toEqual({
			title: '19.8',
			fromGitlab: { start: true, cutoff: true },
			dates: {
				start: '2026-12-20',
				kickoff: '2026-12-21',
				scopeFinal: '2026-12-16',
				cutoff: '2027-01-08',
				release: '2027-01-21',
			},
		});
	});

	test.each([
		{ missing: 'startDate', start: '2026-12-12', cutoff: '2027-01-08' },
		{ missing: 'dueDate', start: '2026-12-20', cutoff: '2027-01-15' },
	])('the one that it has, when $missing is missing', ({ missing, start, cutoff }) => {
		const half = aMilestone({ ...odd, [missing]: null });
		const { dates, fromGitlab } = findMilestoneDays('19.8', [anchor, half], rules);
		expect(dates).toMatchObject({ start, cutoff, release: '2027-01-21' });
		const [ownStart, ownCutoff] = [missing !== 'startDate', missing !== 'dueDate'];
		expect(fromGitlab).toEqual({ start: ownStart, cutoff: ownCutoff });
	});
});
