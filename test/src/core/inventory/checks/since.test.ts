import { describe, expect, test } from 'vitest';
import { findSince } from '#core/inventory/checks/since.ts';
import type { Answer } from '#model/checks.ts';
import { ChecksOfDay, historyFormat } from '#model/history.ts';
import { pulledAt, source } from '../../../../builders.ts';

const path = 'example/tools/widget';

/** A day each, the first of October first. `-`: the project is absent; `none`: the check is. */
function historyOf(answers: readonly (Answer | 'none' | '-')[]): ChecksOfDay[] {
	return answers.map((answer, index) => {
		const own = answer === 'none' ? {} : { release: answer };
		return ChecksOfDay.parse({
			format: historyFormat,
			sample: false,
			source,
			day: `2026-10-0${String(index + 1)}`,
			pulledAt,
			projects: {
				'example/other': { release: 'holds' },
				...(answer === '-' ? {} : { [path]: own }),
			},
		});
	});
}

describe('since when a check is broken', () => {
	test.each([
		{ days: ['holds', 'broken', 'broken'], day: '02', isAtLeast: false, why: 'it held before' },
		{ days: ['broken', 'holds', 'broken'], day: '03', isAtLeast: false, why: 'one run alone' },
		{ days: ['holds', 'broken', 'exempt'], day: '02', isAtLeast: false, why: 'exempt is broken' },
		{ days: ['holds', 'exempt', 'broken'], day: '02', isAtLeast: false, why: 'broken again' },
		{ days: ['broken', 'broken'], day: '01', isAtLeast: true, why: 'nothing lies before' },
		{
			days: ['unknown', 'none', '-', 'broken'],
			day: '04',
			isAtLeast: true,
			why: 'nothing is known before',
		},
		{
			days: ['holds', 'broken', 'unknown', 'broken'],
			day: '02',
			isAtLeast: false,
			why: 'unknown ends no run',
		},
		{
			days: ['holds', 'broken', '-', 'none', 'broken'],
			day: '02',
			isAtLeast: false,
			why: 'nor does a gap',
		},
		{
			days: ['holds', 'broken', 'unknown'],
			day: '02',
			isAtLeast: false,
			why: 'the newest known counts',
		},
		{
			days: ['holds', 'unknown', 'broken'],
			day: '03',
			isAtLeast: false,
			why: 'unknown begins no run',
		},
	] as const)('$days: $day, at least: $isAtLeast, $why', ({ days, day, isAtLeast }) => {
		const history = historyOf(days);
		expect(findSince(history, [path], 'release')).toEqual({ day: `2026-10-${day}`, isAtLeast });
		expect(findSince(history.toReversed(), [path], 'release')).toEqual({
			day: `2026-10-${day}`,
			isAtLeast,
		});
	});

	test.each([
		{ days: [], why: 'no history' },
		{ days: ['broken', 'holds'], why: 'it holds now' },
		{ days: ['broken', 'holds', 'unknown'], why: 'it held when last known' },
		{ days: ['unknown', '-', 'none'], why: 'nothing is known' },
	] as const)('is not told of $days: $why', ({ days }) => {
		expect(findSince(historyOf(days), [path], 'release')).toBeUndefined();
	});
});

test('days on which it was at an earlier path count, and those of other projects do not', () => {
	const days = historyOf(['holds', 'broken', '-', 'broken']);
	const renamed = days.map((checks, index): ChecksOfDay => {
		const { [path]: own, ...others } = checks.projects as Record<string, object>;
		const at = index < 2 ? 'example/old' : path;
		return ChecksOfDay.parse({ ...checks, projects: { ...others, ...(own && { [at]: own }) } });
	});
	expect(findSince(renamed, [path, 'example/old'], 'release')).toEqual({
		day: '2026-10-02',
		isAtLeast: false,
	});
	expect(findSince(renamed, [path], 'release')).toEqual({ day: '2026-10-04', isAtLeast: true });
});
