import { describe, expect, test } from 'vitest';
import { findMajorEpics } from '#core/plan/major-epics.ts';

const anEpic = (title: string, createdAt = '2026-06-04T08:00:00Z') => ({
	title,
	createdAt,
	webUrl: null,
});
const majorsOf = (title: string) =>
	findMajorEpics([anEpic(title)], 'Deprecations and Removal').map(({ major }) => major);

describe('the major versions that an epic is for', () => {
	test.each([
		{ title: 'Deprecations and Removal 20.0', majors: [20], why: 'a version' },
		{ title: 'Runner 20: deprecations  and removals', majors: [20], why: 'a number, in any case' },
		{ title: '%20.0 Deprecations and Removal', majors: [20], why: 'a milestone' },
		{ title: 'Deprecations and Removal, 19.0 and 20.0', majors: [19, 20], why: 'two of them' },
		{ title: 'Deprecations and Removal in 19.7', majors: [], why: 'a minor version' },
		{ title: 'Deprecations and Removal in 20.0.1', majors: [], why: 'a patch' },
		{ title: 'Deprecations and Removal', majors: [], why: 'no version' },
		{ title: 'Removals 20.0', majors: [], why: 'other words' },
	])('"$title" is $majors: $why', ({ title, majors }) => {
		expect(majorsOf(title)).toEqual(majors);
	});

	test('do not come from the words that it is looked for by', () => {
		const epics = [anEpic('Plan 9 removals'), anEpic('Plan 9 removals for 20.0')];
		expect(findMajorEpics(epics, 'Plan 9 removals').map(({ major }) => major)).toEqual([20]);
	});
});

test('of several epics for a version the oldest counts', () => {
	const epics = ['2026-07-01', '2026-06-04', '2026-08-01'].map((day, index) => ({
		...anEpic('Removals 20.0', `${day}T23:00:00Z`),
		webUrl: `https://gitlab.example.org/groups/tea/-/epics/${String(index)}`,
	}));
	expect(findMajorEpics(epics, 'removals')).toEqual([
		{
			major: 20,
			createdOn: '2026-06-04',
			webUrl: 'https://gitlab.example.org/groups/tea/-/epics/1',
		},
	]);
});
