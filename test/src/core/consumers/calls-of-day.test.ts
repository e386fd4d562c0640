import { describe, expect, test } from 'vitest';
import { toCallsOfDay } from '#core/consumers/calls-of-day.ts';
import { fingerprintSearch } from '#core/consumers/source/search.ts';
import { CallsOfDay } from '#model/history.ts';
import { aCommit, anApi, aReading, aUse, evidenceOf, pulledAt, source } from '../../../builders.ts';

const api = anApi();
const about = { sample: false, source, pulledAt };
const lookedFor = fingerprintSearch(api);
const callsOf = (change: Parameters<typeof aReading>[0]) =>
	toCallsOfDay(
		about,
		[evidenceOf({ path: 'example/a', reading: aReading({ lookedFor, ...change }) })],
		api,
	).consumers;

test('is the day of the pull, by consumer, sorted', () => {
	const reading = aReading({ lookedFor });
	const evidence = ['example/b', 'example/a'].map((path) => evidenceOf({ path, reading }));
	const day = toCallsOfDay(about, evidence, api);
	expect(CallsOfDay.parse(day)).toEqual({
		format: 1,
		sample: false,
		source,
		day: '2026-11-23',
		pulledAt,
		lookedFor,
		consumers: Object.fromEntries(
			['example/a', 'example/b'].map((path) => [
				path,
				{ commit: aCommit, partial: false, endpoints: ['list-cars'], unmapped: [] },
			]),
		),
	});
	expect(Object.keys(day.consumers)).toEqual(['example/a', 'example/b']);
});

describe('of a consumer', () => {
	test('come the endpoints, each once, and what is called and none', () => {
		const uses = [
			aUse({ name: 'Cars.ListCars', line: 1 }),
			aUse({ name: 'Cars.CrankCar', line: 2 }),
			aUse({ name: 'Cars.ListCars', line: 3 }),
			aUse({ name: 'Cars.PolishCar', line: 4 }),
			aUse({ name: 'Cars.BendCar', line: 5 }),
			aUse({ name: 'Cars.PolishCar', line: 6 }),
		];
		expect(callsOf({ uses })).toMatchObject({
			'example/a': {
				endpoints: ['crank-car', 'list-cars'],
				unmapped: ['Cars.BendCar', 'Cars.PolishCar'],
			},
		});
	});

	test.each([
		{ change: { partial: 'One file was not read.' }, why: 'not all was read' },
		{ change: { lookedFor: 'f00' }, why: 'something else was looked for' },
	])('calls may be missing when $why', ({ change }) => {
		expect(callsOf(change)).toMatchObject({ 'example/a': { partial: true } });
	});

	test('whose source was never read comes nothing', () => {
		const evidence = [evidenceOf({ reading: null, trouble: 'Its repository is empty.' })];
		expect(toCallsOfDay(about, evidence, api).consumers).toEqual({});
	});
});
