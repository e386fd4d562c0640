import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { renderMilestonesIcs, type CalendarSource } from '#core/publish/feeds/milestones-ics.ts';
import {
	aMilestone,
	anIssue,
	aPlanningIssue,
	aSite,
	aSnapshot,
	planRules,
} from '../../../../builders.ts';
import { hostileTexts } from './hostile-texts.ts';

const milestones = [
	aMilestone({ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13' }),
	aMilestone({ title: '19.7', webUrl: 'https://gitlab.example.com/-/milestones/7' }),
	aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '2027-01-15' }),
];

type SnapshotOverrides = NonNullable<Parameters<typeof aSnapshot>[0]>;
type Overrides = Partial<Omit<CalendarSource, 'about'>> &
	Pick<SnapshotOverrides, 'about' | 'lists'>;

function icsOf({ about = {}, lists = {}, ...rest }: Overrides = {}): string {
	return renderMilestonesIcs({
		site: aSite(),
		about: aSnapshot({ about, lists }).about,
		rules: planRules(),
		milestones,
		planningIssues: [],
		...rest,
	});
}

interface Event {
	uid: string;
	summary: string;
	day: string;
	end: string;
	description: string;
	url: string | null;
	sequence: number;
	stamp: string;
	lastModified: string;
}

/** As a calendar program reads them. */
function eventsOf(ics: string): Event[] {
	const calendar = new ICAL.Component(ICAL.parse(ics) as [string, object[], object[]]);
	return calendar.getAllSubcomponents('vevent').map((component) => {
		const { uid, summary, startDate, endDate, description } = new ICAL.Event(component);
		const valueOf = (name: string) => component.getFirstPropertyValue(name);
		expect(startDate.isDate && endDate.isDate).toBe(true);
		return {
			uid,
			summary,
			day: startDate.toString(),
			end: endDate.toString(),
			description,
			url: valueOf('url') as string | null,
			sequence: valueOf('sequence') as unknown as number,
			stamp: String(valueOf('dtstamp')),
			lastModified: String(valueOf('last-modified')),
		};
	});
}

const dayOf = (ics: string, summary: string) =>
	eventsOf(ics).find((event) => event.summary === summary)?.day;

describe('the days of a milestone, worked out by hand', () => {
	test.each([
		['19.7 planning issue due', '2026-10-15', '30 days before Saturday 14 November'],
		['19.7 plan final', '2026-11-11', 'Friday, Thursday, Wednesday before the kickoff'],
		['19.7 start', '2026-11-14', 'from GitLab'],
		['19.7 kickoff', '2026-11-16', 'the Monday after it'],
		['19.7 cutoff', '2026-12-11', 'from GitLab'],
		['19.7 release', '2026-12-17', 'the third Thursday of December'],
		['19.8 plan final', '2026-12-09', 'three business days before Monday 14 December'],
		['19.8 release', '2027-01-21', 'the third Thursday of the next year, after the cutoff'],
		['19.9 start', '2027-01-16', 'the day after the cutoff of 19.8'],
		['19.9 cutoff', '2027-02-12', 'the last Friday before Thursday 18 February'],
		['19.9 release', '2027-02-18', 'the third Thursday of February'],
	])('%s is %s: %s', (summary, day) => {
		expect(dayOf(icsOf(), summary)).toBe(day);
	});

	test('a leap year has its 29 February, and events end on the day after', () => {
		const leap = [aMilestone({ title: '19.9', startDate: '2028-02-29', dueDate: '2028-03-10' })];
		const ics = icsOf({ milestones: leap, about: { pulledAt: '2028-03-01T08:00:00Z' } });
		expect(eventsOf(ics).find(({ summary }) => summary === '19.9 start')).toMatchObject({
			day: '2028-02-29',
			end: '2028-03-01',
		});
		expect(dayOf(ics, '19.9 planning issue due')).toBe('2028-01-30');
	});

	test('retrospectives are on the first Tuesdays between them', () => {
		const days = eventsOf(icsOf())
			.filter(({ summary }) => summary === 'Retrospective')
			.map(({ day }) => day);
		expect(days.slice(0, 5)).toEqual([
			'2026-10-06',
			'2026-11-03',
			'2026-12-01',
			'2027-01-05',
			'2027-02-02',
		]);
	});

	test('there is one event of each kind for the milestones around the current one', () => {
		const kinds = eventsOf(icsOf())
			.filter(({ summary }) => summary.startsWith('19.7 '))
			.map(({ summary }) => summary.slice('19.7 '.length));
		expect(kinds.toSorted()).toEqual(
			['planning issue due', 'plan final', 'start', 'kickoff', 'cutoff', 'release'].toSorted(),
		);
		const releases = eventsOf(icsOf()).filter(({ summary }) => summary.endsWith(' release'));
		expect(releases.map(({ summary }) => summary.split(' ')[0])).toEqual(
			'19.6 19.7 19.8 19.9 19.10 19.11 20.0 20.1'.split(' '),
		);
	});
});

describe('an event says where its day is from', () => {
	const descriptionOf = (summary: string, ics = icsOf()) =>
		eventsOf(ics).find((event) => event.summary === summary)!.description;

	test('what GitLab has, what follows from it, and what GitLab has not are told apart', () => {
		expect(descriptionOf('19.7 cutoff')).toMatchInlineSnapshot(`
			"The last day of the milestone, which is its due date on GitLab.
			From GitLab.
			As of 2026-11-23."
		`);
		expect(descriptionOf('19.7 kickoff')).toContain('Computed: the first Monday of the milestone.');
		expect(descriptionOf('19.10 cutoff')).toContain('GitLab has no date for it yet');
		expect(descriptionOf('19.10 kickoff')).toContain('may move');
	});

	test('a milestone that has only a start takes only its cutoff from the calendar', () => {
		const half = [
			...milestones,
			aMilestone({ title: '19.9', startDate: '2027-01-18', dueDate: null }),
		];
		const ics = icsOf({ milestones: half });
		expect(dayOf(ics, '19.9 start')).toBe('2027-01-18');
		expect(descriptionOf('19.9 start', ics)).toContain('From GitLab.');
		expect(descriptionOf('19.9 release', ics)).toContain('GitLab has no date for it');
	});

	test('links lead to the milestone, and to the planning issue when there is one', () => {
		const planningIssues = [aPlanningIssue({ iid: 70, milestone: '19.7' })];
		const events = eventsOf(icsOf({ planningIssues }));
		const urlOf = (wanted: string) => events.find(({ summary }) => summary === wanted)?.url;
		expect(urlOf('19.7 cutoff')).toBe('https://gitlab.example.com/-/milestones/7');
		expect(urlOf('19.7 planning issue due')).toBe(planningIssues[0]!.webUrl);
		expect(urlOf('19.10 cutoff')).toBeNull();
	});

	test('a stale list has its own date, and invented data say so in every name', () => {
		const stale = icsOf({
			lists: {
				milestones: {
					state: 'stale',
					rows: 3,
					pulledAt: '2026-11-20T07:15:00Z',
					reason: 'It failed.',
				},
			},
		});
		expect(descriptionOf('19.7 cutoff', stale)).toContain('As of 2026-11-20.');
		expect(eventsOf(stale)[0]!.lastModified).toBe('2026-11-20T07:15:00Z');
		expect(stale.replaceAll('\r\n ', '')).toContain('it has not returned them since');
		const sample = eventsOf(icsOf({ about: { sample: true } }));
		expect(sample.filter(({ summary }) => !summary.startsWith('Sample: '))).toEqual([]);
	});

	test('a team that plans by iterations has a calendar of iterations', () => {
		const calendars = [
			icsOf({ rules: { ...planRules(), iterations: {} } }),
			icsOf({ milestones: [], rules: { ...planRules(), iterations: {} } }),
		];
		for (const ics of calendars) {
			expect(ics).not.toMatch(/milestone(?!s\/)/i);
			expect(ics).toMatch(/NAME:Iterations of /);
		}
	});

	test('without milestones there is still a calendar, of retrospectives', () => {
		const ics = icsOf({
			milestones: [],
			lists: { milestones: { state: 'missing', reason: 'Not pulled yet.' } },
		});
		expect(ics.replaceAll('\r\n ', '')).toContain('We haven’t pulled the milestones yet.');
		const events = eventsOf(ics);
		expect(events).toHaveLength(12);
		expect(events[0]).toMatchObject({ summary: 'Retrospective', day: '2026-12-01' });
	});
});

test('a calendar of milestones that GitLab hides says that they are not public', () => {
	const hidden = { state: 'missing', hidden: true, reason: 'GitLab answered 404.' } as const;
	const ics = icsOf({ milestones: [], lists: { milestones: hidden } });
	expect(ics.replaceAll('\r\n ', '')).toContain('The milestones aren’t public.');
});

describe('a calendar program finds an event again', () => {
	test('its id stays on another day, with other dates, and its number rises', () => {
		const moved = milestones.map((milestone) =>
			milestone.title === '19.7' ? { ...milestone, dueDate: '2026-12-18' } : milestone,
		);
		const before = eventsOf(icsOf());
		const after = eventsOf(
			icsOf({ milestones: moved, about: { pulledAt: '2026-11-24T08:30:00Z' } }),
		);
		const cutoffOf = (events: readonly Event[]) =>
			events.find(({ summary }) => summary === '19.7 cutoff')!;
		expect(cutoffOf(after).day).toBe('2026-12-18');
		expect(cutoffOf(after).uid).toBe(cutoffOf(before).uid);
		expect(cutoffOf(after).sequence).toBeGreaterThan(cutoffOf(before).sequence);
		expect(cutoffOf(after).stamp).toBe('2026-11-24T08:30:00Z');
		expect(new Set(after.map(({ uid }) => uid))).toEqual(new Set(before.map(({ uid }) => uid)));
	});

	test('no two events have the same id, and it is that of the handbook', () => {
		const uids = eventsOf(icsOf()).map(({ uid }) => uid);
		expect(new Set(uids).size).toBe(uids.length);
		expect(uids).toContain('gitlab.example.com/example/handbook/milestones/19.7/cutoff');
		expect(uids).toContain('gitlab.example.com/example/handbook/retrospectives/2026-12');
	});

	test('the same snapshot gives the same file', () => {
		expect(icsOf()).toBe(icsOf());
	});
});

describe('the format holds whatever GitLab answers', () => {
	const rules = planRules({ milestonePattern: '' });

	test.each(hostileTexts)('a milestone called $name', ({ text, shown }) => {
		const odd = aMilestone({ title: text, webUrl: `https://gitlab.example.com/a,b;c?d="e"` });
		const ics = icsOf({
			rules,
			milestones: [odd],
			planningIssues: [anIssue({ title: text, milestone: text })],
		});
		const events = eventsOf(ics);
		const starts = events.filter(({ summary }) => summary.endsWith(' start'));
		expect(starts).toHaveLength(1);
		expect(starts[0]!.summary.length).toBeLessThan(80);
		expect(starts[0]!.summary.slice(0, 20)).toBe(`${shown} start`.slice(0, 20));
		expect(starts[0]!.url).toBe('https://gitlab.example.com/a%2Cb%3Bc?d=%22e%22');
		expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
		expect(ics).not.toMatch(
			/[\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/,
		);
	});

	test('lines end with CRLF and have at most 75 octets', () => {
		const long = hostileTexts.map(({ text }) => aMilestone({ title: text }));
		const ics = icsOf({
			rules,
			milestones: [...milestones, ...long],
			site: aSite({ team: 'Ä'.repeat(80) }),
		});
		expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
		const lines = ics.split('\r\n');
		expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
		expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
		expect(lines.some((line) => line.startsWith(' '))).toBe(true);
	});

	test('the name of the calendar is text, too', () => {
		const ics = icsOf({ site: aSite({ team: 'Cars, trains; \\boats' }) });
		expect(ics).toContain('\r\nNAME:Milestones of Cars\\, trains\\; \\\\boats\r\n');
	});

	test('a milestone of another century brings no retrospectives of centuries', () => {
		const far = aMilestone({ title: '19.8', startDate: '2026-12-12', dueDate: '9998-12-11' });
		expect(eventsOf(icsOf({ milestones: [...milestones.slice(0, 2), far] })).length).toBeLessThan(
			100,
		);
	});
});
