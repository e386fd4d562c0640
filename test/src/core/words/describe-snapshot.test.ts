import { describe, expect, test } from 'vitest';
import { describeSnapshot } from '#core/words/describe-snapshot.ts';
import { listNames, mapLists, type About, type ListName, type ListState } from '#model/snapshot.ts';
import { aSnapshot } from '../../../builders.ts';

// The builders' snapshot is of half past eight that day.
const now = '2026-11-23T10:30:00Z';
const about = (lists: Partial<Record<ListName, ListState>> = {}) => aSnapshot({ lists }).about;
const all = String(listNames.length);
const stale: ListState = {
	state: 'stale',
	rows: 3,
	pulledAt: '2026-11-20T08:30:00Z',
	reason: 'GitLab answered 503.',
};
const missing: ListState = { state: 'missing', reason: 'It needs a token.' };

const hidden: ListState = { ...missing, hidden: true };

describe('one line says which data a site shows, and how old they are', () => {
	test('all fresh', () => {
		expect(describeSnapshot(about(), now)).toBe(
			`The site shows data from https://gitlab.example.com, last pulled 2026-11-23T08:30:00Z (2 hours ago): ${all} of ${all} lists fresh.`,
		);
	});

	test('some stale, each with its own age, some missing and some not public', () => {
		const lists = {
			issues: stale,
			milestones: stale,
			members: missing,
			groups: missing,
			access: hidden,
		};
		expect(describeSnapshot(about(lists), now)).toBe(
			`The site shows data from https://gitlab.example.com, last pulled 2026-11-23T08:30:00Z (2 hours ago): ${String(listNames.length - 5)} of ${all} lists fresh; stale: milestones from 3 days ago, issues from 3 days ago; missing: groups, members; not public: access.`,
		);
	});

	test('and a line for each fresh list with gaps', () => {
		const partial = 'GitLab failed to answer for 1 project: example/tools/widget (languages).';
		const pulledAt = '2026-11-23T08:30:00Z';
		const gaps = about({ projects: { state: 'fresh', rows: 3, pulledAt, partial } });
		expect(describeSnapshot(gaps, now).split('\n')[1]).toBe(`projects: ${partial}`);
	});

	test('sample data, whatever state their lists are in', () => {
		const sample = { ...about({ members: missing }), sample: true };
		expect(describeSnapshot(sample, now)).toBe(
			'The site shows sample data (invented), made on 2026-11-23 (2 hours ago).',
		);
	});

	test.each([true, false])('none, where nothing is to be pulled', (sample) => {
		const lists = mapLists<About['lists']>(() => ({ state: 'not-configured' }));
		expect(describeSnapshot({ ...about(), lists, sample }, now)).toBe(
			'The registry declares nothing to pull.',
		);
	});

	test.each([
		{ now: '2026-11-23T08:30:59Z', age: 'just now', why: 'less than a minute' },
		{ now: '2026-11-23T08:00:00Z', age: 'just now', why: 'a clock that is behind' },
		{ now: '2027-11-23T08:30:00Z', age: '1 year ago', why: 'a year' },
	])('$age: $why', ({ now: then, age }) => {
		expect(describeSnapshot(about(), then)).toContain(`(${age})`);
	});
});
