import { describe, expect, test } from 'vitest';
import {
	defaultSince,
	findDay,
	kindsOf,
	lastSnapshot,
	lastVisit,
	parseChoice,
	writeChoice,
	type ChangesOffer,
} from '#components/changes/changes-choice.ts';
import { planRules } from '../../../builders.ts';

const days = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
const stranger: ChangesOffer = { days, visit: null };
const visitor: ChangesOffer = { days, visit: '2026-11-12' };

describe('without a choice', () => {
	test.each([
		{ visit: null, since: lastSnapshot, why: 'this is the first visit' },
		{ visit: '2026-11-16', since: lastVisit, why: 'a plan was kept since the last visit' },
		{ visit: '2026-11-23', since: lastSnapshot, why: 'none was kept since' },
		{ visit: '2027-01-01', since: lastSnapshot, why: 'the site has gone back since' },
	])('$since: $why', ({ visit, since }) => {
		expect(defaultSince({ days, visit })).toBe(since);
	});
});

describe('an address', () => {
	test.each([
		{ query: 'since=2026-11-09&kind=carried', since: '2026-11-09', kind: 'carried' },
		{ query: 'since=last-snapshot', since: lastSnapshot, kind: null },
		{ query: 'since=2026-11-10', since: lastVisit, kind: null, why: 'no day that was kept' },
		{ query: 'since=2026-11-23', since: lastVisit, kind: null, why: 'nothing is after it' },
		{ query: 'since=last-visit&kind=toString', since: lastVisit, kind: null },
		{ query: 'kind=&since=', since: lastVisit, kind: null },
	])('$query', ({ query, since, kind }) => {
		expect(parseChoice(new URLSearchParams(query), visitor)).toEqual({ since, kind });
	});

	test('gives back what was written, and leaves the rest as it is', () => {
		for (const since of [lastSnapshot, ...days.slice(0, -1)]) {
			for (const kind of [null, ...kindsOf(planRules())]) {
				const written = writeChoice(new URLSearchParams('utm=1'), { since, kind }, visitor);
				expect(parseChoice(written, visitor)).toEqual({ since, kind });
				expect(written.get('utm')).toBe('1');
			}
		}
	});

	test('never tells of a visit', () => {
		const old = new URLSearchParams('since=2026-11-09');
		expect(writeChoice(old, { since: lastVisit, kind: null }, visitor).toString()).toBe('');
		expect(writeChoice(old, { since: lastSnapshot, kind: null }, stranger).toString()).toBe('');
	});
});

describe('the day that is compared with the newest one', () => {
	test.each([
		{ since: lastSnapshot, visit: '2026-11-12', day: null, why: 'it stands on the page anyway' },
		{ since: '2026-11-16', visit: null, day: '2026-11-16', why: 'it was chosen' },
		{ since: lastVisit, visit: '2026-11-16', day: '2026-11-16', why: 'it was seen' },
		{ since: lastVisit, visit: '2026-11-12', day: '2026-11-09', why: 'the kept day before' },
		{ since: lastVisit, visit: '2026-01-01', day: '2026-11-02', why: 'the first one there is' },
		{ since: lastVisit, visit: null, day: null, why: 'nothing is known' },
	])('$since of $visit: $day, $why', ({ since, visit, day }) => {
		expect(findDay(since, { days, visit })).toBe(day);
	});
});

test.each([
	{ why: 'all', rules: planRules(), without: [] },
	{
		why: 'none of commitments, where the plan has none',
		rules: { ...planRules(), deliverableLabel: undefined },
		without: ['committed', 'uncommitted'],
	},
	{
		why: 'none of priorities, where the plan has none',
		rules: { ...planRules(), priorities: [] },
		without: ['promoted', 'demoted'],
	},
])('of the kinds of changes are offered $why', ({ rules, without }) => {
	const offered = kindsOf(rules);
	expect(offered).toContain('carried');
	for (const kind of ['committed', 'uncommitted', 'promoted', 'demoted'] as const) {
		expect(offered.includes(kind), kind).toBe(!without.some((one) => one === kind));
	}
});
