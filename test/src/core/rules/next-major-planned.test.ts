import { expect, test } from 'vitest';
import type { MajorEpic, NamedThing } from '#model/named.ts';
import { aMilestone, planRules } from '../../../builders.ts';
import { judge, type Given } from './rule-case.ts';

/** On 23 November 2026 by the milestones of the cases: 19.0 was released on 21 May. */
function judgeWith(
	{
		rows,
		plan,
		monthsAfter = 1,
	}: Pick<Given, 'rows'> & { plan?: Parameters<typeof planRules>[0]; monthsAfter?: number },
	...epics: NamedThing[]
) {
	const nextMajorEpic = { group: 'example', title: 'Removals', monthsAfter };
	return judge(
		{ id: 'next-major-planned' },
		{ rows: { ...rows, named: epics }, registry: { plan: planRules({ nextMajorEpic, ...plan }) } },
	);
}

const epics = (...majors: MajorEpic[]): NamedThing => ({
	kind: 'epic',
	place: 'example',
	name: 'Removals',
	majors,
});
const webUrl = 'https://gitlab.example/groups/example/-/epics/1';
const early = { major: 20, createdOn: '2026-01-05', webUrl };

test('an epic is evidence, with its address', () => {
	const { answer, evidence } = judgeWith({}, epics(early));
	expect([answer, evidence.items]).toEqual(['holds', [{ text: 'Epic for 20.0', url: webUrl }]]);
});

test('without an epic it fails after the day, and says which one to create', () => {
	const { answer, observed, fix } = judgeWith({}, epics({ ...early, major: 19 }));
	expect(answer).toBe('broken');
	expect(observed).toBe('We found no public epic for 20.0 in example. It was due on 21 June 2026.');
	expect(fix?.text).toBe('Create an epic in example with "Removals" and 20.0 in its title.');
});

test('without an epic nothing is decided until the end of the day', () => {
	const due = { releaseDay: { nth: 4, weekday: 'monday' } } as const;
	const { answer, observed } = judgeWith({ plan: due, monthsAfter: 6 }, epics());
	expect(answer).toBe('unknown');
	expect(observed).toBe(
		"We found no public epic for 20.0 in example yet. It's due on 25 November 2026.",
	);
	expect(judgeWith({ monthsAfter: 6 }, epics()).answer).toBe('broken');
});

test('epics that another registry asked for say nothing', () => {
	const others: NamedThing = { kind: 'epic', place: 'example', name: 'Plans', majors: [early] };
	expect(judgeWith({}, others)).toMatchObject({ answer: 'unknown', evidence: { total: 0 } });
});

test.each([
	{
		why: 'titles have no numbers',
		rows: {
			milestones: [aMilestone({ title: 'Spring', startDate: '2026-11-01', dueDate: '2026-12-01' })],
		},
	},
	{ why: 'no milestone is current', rows: { milestones: [] } },
	{ why: 'there is no release day', plan: { releaseDay: undefined } },
	{ why: 'nobody knows which minor version is the last', plan: { lastMinor: undefined } },
])('is not checked when $why', (given) => {
	expect(judgeWith({ ...given }, epics(early))).toMatchObject({
		answer: 'unknown',
		observed: "We don't know when the last major release was.",
	});
});

test('a major version counts from its release, not from its cutoff', () => {
	const majorIsCut = {
		plan: { releaseDay: { nth: 4, weekday: 'thursday' } } as const,
		rows: {
			milestones: [
				aMilestone({ title: '20.0', startDate: '2026-10-17', dueDate: '2026-11-20' }),
				aMilestone({ title: '20.1', startDate: '2026-11-21', dueDate: '2026-12-18' }),
			],
		},
	};
	expect(judgeWith(majorIsCut, epics(early)).observed).toBe(
		'The epic for 20.0 was created on 5 January 2026, but was due on 27 December 2025.',
	);
});
