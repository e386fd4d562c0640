import { describe, expect, test } from 'vitest';
import { describeCallChange, findCallChanges } from '#core/consumers/call-changes.ts';
import type { CallsOfDay } from '#model/history.ts';
import { aCommit, aDeclaredConsumer, anApi, someCalls } from '../../../builders.ts';

const path = 'example/cli';
const registry = { api: anApi(), consumers: [aDeclaredConsumer({ path })] };

type Kept = Partial<{ commit: string; partial: boolean; endpoints: string[]; unmapped: string[] }>;

function on(day: number, kept?: Kept): CallsOfDay {
	const calls = {
		commit: String(day).padStart(40, '0'),
		partial: false,
		endpoints: [],
		unmapped: [],
	};
	return someCalls({
		day: `2026-11-${String(day).padStart(2, '0')}`,
		consumers: kept ? { [path]: { ...calls, ...kept } } : {},
	});
}

/** `2026-11-09 starts-calling list-cars since 2026-11-02` */
const changesOf = (...history: CallsOfDay[]) =>
	findCallChanges(history, registry).flatMap(({ day, changes }) =>
		changes.map(({ kind, endpoint, since }) => `${day} ${kind} ${endpoint.id} since ${since}`),
	);

const list = { endpoints: ['list-cars'] };

describe('between two days that were kept', () => {
	test('a call that is new has started, and one that is gone has stopped, the newest day first', () => {
		expect(changesOf(on(16, { endpoints: ['get-car'] }), on(2, {}), on(9, list))).toEqual([
			'2026-11-16 stops-calling list-cars since 2026-11-09',
			'2026-11-16 starts-calling get-car since 2026-11-09',
			'2026-11-09 starts-calling list-cars since 2026-11-02',
		]);
	});

	test('nothing has changed where nothing was kept before', () => {
		expect(changesOf(on(9, list))).toEqual([]);
		expect(changesOf(on(2), on(9, list))).toEqual([]);
	});

	test('a call stops only when the later day was read whole', () => {
		expect(changesOf(on(2, list), on(9, { partial: true }))).toEqual([]);
		expect(changesOf(on(2, list), on(9, { partial: true }), on(16, {}))).toEqual([
			'2026-11-16 stops-calling list-cars since 2026-11-02',
		]);
	});

	test('a call starts only when the earlier day was read whole', () => {
		expect(changesOf(on(2, { partial: true }), on(9, list))).toEqual([]);
	});

	test('a day without a reading is passed over', () => {
		expect(changesOf(on(2, list), on(9), on(16, list))).toEqual([]);
		expect(changesOf(on(2, list), on(9), on(16, {}))).toEqual([
			'2026-11-16 stops-calling list-cars since 2026-11-02',
		]);
	});

	test('the same commit is the same program, whatever else was looked for', () => {
		const commit = aCommit;
		expect(changesOf(on(2, { commit }), on(9, { commit, ...list }))).toEqual([]);
		expect(changesOf(on(2, { commit, ...list }), on(9, { commit }))).toEqual([]);
	});

	test('nothing is known to have changed where something else was looked for', () => {
		const [before, after] = [
			{ ...on(2, {}), lookedFor: 'a' },
			{ ...on(9, list), lookedFor: 'b' },
		];
		expect(changesOf(before, after)).toEqual([]);
		expect(changesOf(before, after, { ...on(16, {}), lookedFor: 'b' })).toEqual([
			'2026-11-16 stops-calling list-cars since 2026-11-09',
		]);
	});

	test('what was unmapped and has an endpoint now is no new call', () => {
		expect(changesOf(on(2, { unmapped: ['Cars.ListCars'] }), on(9, list))).toEqual([]);
	});

	test('consumers and endpoints that are declared no more are left out', () => {
		const gone = { ...registry, consumers: [] };
		expect(findCallChanges([on(2, {}), on(9, list)], gone)).toEqual([]);
		expect(changesOf(on(2, { endpoints: ['gone'] }), on(9, {}))).toEqual([]);
	});
});

test('a change in words names consumer and endpoint, and says what is deprecated', () => {
	const changes = findCallChanges(
		[on(2, list), on(9, { endpoints: ['crank-car'] })],
		registry,
	).flatMap((day) => day.changes);
	expect(changes.map(describeCallChange)).toEqual([
		'Example CLI no longer calls GET /cars (List the cars).',
		'Example CLI now calls POST /cars/:id/crank (Crank a car), which is deprecated.',
	]);
	expect(changes[0]!.commit).toBe('9'.padStart(40, '0'));
});
