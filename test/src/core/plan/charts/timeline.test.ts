import { describe, expect, test } from 'vitest';
import { layOutTimeline } from '#core/plan/charts/timeline.ts';
import { milestoneDates } from '#core/base/milestones.ts';
import { planRules } from '../../../../builders.ts';

const milestone = (title: string, startDate: string | null, dueDate: string | null) => ({
	title,
	dates: milestoneDates({ startDate, dueDate }, planRules()),
});
const current = milestone('19.7', '2026-11-14', '2026-12-11');

describe('a timeline', () => {
	test('goes from some days before the first day to some after the last, and has every month', () => {
		// 10 November to 21 December: 42 days, for the release is on 17 December.
		const chart = layOutTimeline([current], '2026-11-23');
		expect(chart).toEqual({
			months: [{ day: '2026-12-01', x: 50 }],
			today: 32.1,
			rows: [
				{ title: '19.7', bar: { x: 9.5, width: 66.7 }, kickoff: 15.5, cutoff: 75, release: 89.3 },
			],
		});
	});

	test('is as long as it must be to have today on it', () => {
		const places = ['2026-06-01', '2026-11-23', '2027-06-01'].map(
			(today) => layOutTimeline([current], today)!.today,
		);
		for (const place of places) {
			expect(place).toBeGreaterThan(0);
			expect(place).toBeLessThan(100);
		}
		expect(places).toEqual(places.toSorted((a, b) => a - b));
	});

	test('names no more months than have room', () => {
		const chart = layOutTimeline(
			[current, milestone('19.8', '2026-12-12', '2029-01-12')],
			'2026-11-23',
		);
		expect(chart!.months.length).toBeLessThanOrEqual(9);
		expect(chart!.months.length).toBeGreaterThan(5);
	});

	test.each(['2126-01-15', '9999-12-31'])('leaves room for the others beside %s', (far) => {
		const alone = layOutTimeline([current], '2026-11-23');
		const chart = layOutTimeline([current, milestone('20.0', far, far)], '2026-11-23');
		expect(chart).toEqual({
			...alone,
			rows: [
				...alone!.rows,
				{ title: '20.0', bar: null, kickoff: null, cutoff: null, release: null },
			],
		});
	});

	test('draws no bar without both days, nor one that ends before it starts', () => {
		const rows = layOutTimeline(
			[
				milestone('19.8', null, '2027-01-15'),
				milestone('19.9', '2027-01-16', null),
				milestone('19.10', null, null),
				milestone('19.11', '2027-04-09', '2027-03-13'),
			],
			'2026-11-23',
		)!.rows;
		expect(rows.map(({ bar }) => bar)).toEqual([null, null, null, null]);
		expect(rows.map(({ cutoff }) => cutoff !== null)).toEqual([true, false, false, true]);
		expect(rows.map(({ kickoff }) => kickoff !== null)).toEqual([false, true, false, true]);
	});

	test('is none when no day is known', () => {
		expect(layOutTimeline([], '2026-11-23')).toBeNull();
		expect(layOutTimeline([milestone('19.10', null, null)], '2026-11-23')).toBeNull();
	});
});
