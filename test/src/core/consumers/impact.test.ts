import { describe, expect, test } from 'vitest';
import type { Consumer } from '#core/consumers/consumer.ts';
import { findConsumers } from '#core/consumers/find-consumers.ts';
import { findContact, findImpact, findMajorNotices, findWays } from '#core/consumers/impact.ts';
import type { SourceReading } from '#model/evidence.ts';
import {
	aDeclaredConsumer,
	aMilestone,
	anEndpoint,
	anApi,
	aReading,
	aRegistry,
	aSnapshot,
	aUse,
	evidenceOf,
	planRules,
	source,
} from '../../../builders.ts';

const rules = planRules();
const milestones = [
	aMilestone({ title: '19.6', startDate: '2026-10-10', dueDate: '2026-11-13' }),
	aMilestone({ title: '19.7', startDate: '2026-11-14', dueDate: '2026-12-11' }),
	aMilestone({ title: '19.9', startDate: '2027-01-16', dueDate: '2027-02-12' }),
	aMilestone({ title: 'Backlog', startDate: null, dueDate: null }),
];

const noticesOn = (today: string, known = milestones) =>
	findMajorNotices(anApi(), known, rules, today);

describe('by when people have to be told', () => {
	test('so many milestones before each of the next two major ones, with their days', () => {
		const table = noticesOn('2026-11-23').flatMap(({ major, notices }) =>
			notices.map(({ rule, milestone, state }) => [
				major.title,
				rule.name,
				milestone.title,
				milestone.fromGitlab.cutoff ? 'gitlab' : 'computed',
				milestone.dates.cutoff,
				milestone.dates.release,
				state,
			]),
		);
		expect(table).toEqual([
			['20.0', 'the rule', '19.9', 'gitlab', '2027-02-12', '2027-02-18', 'ahead'],
			['20.0', 'the goal', '19.6', 'gitlab', '2026-11-13', '2026-11-19', 'past'],
			['21.0', 'the rule', '20.9', 'computed', '2028-02-11', '2028-02-17', 'ahead'],
			['21.0', 'the goal', '20.6', 'computed', '2027-11-12', '2027-11-18', 'ahead'],
		]);
	});

	test.each([
		{ today: '2026-11-19', state: 'ahead', why: 'on the day of the release there is still time' },
		{ today: '2026-11-20', state: 'past', why: 'after it there is none' },
	])('$state on $today: $why', ({ today, state }) => {
		expect(noticesOn(today)[0]!.notices[1]!.state).toBe(state);
	});

	test('in a major milestone itself the next ones count', () => {
		const current = aMilestone({ title: '20.0', startDate: '2027-04-10', dueDate: '2027-05-14' });
		const majors = noticesOn('2027-04-20', [current]).map(({ major }) => major.title);
		expect(majors).toEqual(['21.0', '22.0']);
	});

	test('is not known when no milestone is current', () => {
		expect(noticesOn('2026-11-23', [])).toEqual([]);
		expect(noticesOn('2030-01-01')).toEqual([]);
	});
});

function consumerOf(
	reading: Partial<SourceReading> | null,
	name = 'cli',
	trouble: string | null = reading ? null : 'GitLab answered 503.',
): Consumer {
	const path = `example/${name}`;
	const evidence = [
		evidenceOf({
			path,
			reading: reading && aReading(reading),
			trouble,
		}),
	];
	const registry = aRegistry({ consumers: [aDeclaredConsumer({ path, name })] });
	return findConsumers(registry, aSnapshot({ rows: { evidence } }), [])[0]!;
}

describe('who breaks', () => {
	const lists = consumerOf({}, 'lists');
	const gets = consumerOf({ uses: [aUse({ name: 'Cars.GetCar' })] }, 'gets');
	const partly = consumerOf({ uses: [], partial: 'It was cut.' }, 'partly');
	const unread = consumerOf(null, 'unread');
	const unmapped = consumerOf({ uses: [aUse({ name: 'Cars.New' })] }, 'unmapped');
	const silent = consumerOf({ uses: [] }, 'silent');
	const older = consumerOf({ uses: [] }, 'older', 'GitLab answered 503.');
	const all = [lists, gets, partly, unread, unmapped, silent, older];
	const namesOf = (found: readonly { consumer: Consumer }[]) =>
		found.map(({ consumer }) => consumer.declared.name);

	test('those who call one of the endpoints; of others it is said whether that is sure', () => {
		const impact = findImpact(all, new Set(['list-cars']));
		expect(namesOf(impact.breaking)).toEqual(['lists']);
		expect(namesOf(impact.unknown)).toEqual(['partly', 'unread', 'unmapped', 'older']);
		expect(namesOf(impact.untouched)).toEqual(['gets', 'silent']);
	});

	test('with the calls that break, and no others', () => {
		const both = consumerOf({ uses: [aUse(), aUse({ name: 'Cars.GetCar' })] });
		const [impacted] = findImpact([both], new Set(['get-car', 'crank-car'])).breaking;
		expect(impacted!.breaks.map(({ endpoint }) => endpoint.id)).toEqual(['get-car']);
		expect(impacted!.mayBreakMore).toBe(false);
	});

	test('a path of several endpoints without its method breaks none for certain', () => {
		const endpoints = [
			anEndpoint({ id: 'get', path: '/cars/:id' }),
			anEndpoint({ id: 'drop', method: 'DELETE', path: '/cars/:id' }),
		];
		const uses = [aUse({ kind: 'path', client: null, name: '/cars/:x' })];
		const evidence = [evidenceOf({ path: 'example/open', reading: aReading({ uses }) })];
		const api = anApi({ endpoints });
		const registry = aRegistry({ api, consumers: [aDeclaredConsumer({ path: 'example/open' })] });
		const consumers = findConsumers(registry, aSnapshot({ rows: { evidence } }), []);
		const impact = findImpact(consumers, new Set(['drop']));
		expect(impact.breaking).toEqual([]);
		const [open] = impact.unknown;
		expect(open!.mayBreak.map(({ endpoint }) => endpoint.id)).toEqual(['drop']);
		expect(open!.breaks).toEqual([]);
	});

	test('and may break more, when not all was read', () => {
		const some = consumerOf({ partial: 'It was cut.' });
		expect(findImpact([some], new Set(['list-cars'])).breaking[0]!.mayBreakMore).toBe(true);
	});
});

test('whom to ask: the owner that the registry names, or the issues of the project', () => {
	const { declared, url } = consumerOf({});
	expect(findContact({ declared, url })).toEqual({
		name: 'Issues of cli',
		url: `${source}/example/cli/-/issues`,
	});
	const owner = { name: 'The car group', url: 'https://example.com/cars' };
	expect(findContact({ declared: { ...declared, owner }, url })).toEqual(owner);
});

test('the ways of a call are each told once', () => {
	const { calls } = consumerOf({
		uses: [
			aUse({ kind: 'graphql', client: null, name: 'Query.cars', file: 'a.go' }),
			aUse({ file: 'b.go' }),
			aUse({ file: 'c.go' }),
		],
	});
	expect(findWays(calls[0]!)).toEqual(['method', 'graphql']);
});
