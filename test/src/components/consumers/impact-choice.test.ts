import { describe, expect, test } from 'vitest';
import {
	describeImpact,
	parseEndpoints,
	writeEndpoints,
} from '#components/consumers/impact-choice.ts';

const offered = ['list-cars', 'get-car', 'crank-car'];
const query = (text: string) => new URLSearchParams(text);

describe('the endpoints of an address', () => {
	test.each([
		{ text: '', chosen: [], why: 'none is chosen' },
		{ text: 'endpoint=get-car', chosen: ['get-car'], why: 'one is' },
		{
			text: 'endpoint=crank-car&endpoint=list-cars&endpoint=list-cars',
			chosen: ['list-cars', 'crank-car'],
			why: 'each counts once, in the order of the registry',
		},
		{ text: 'endpoint=gone&utm=1', chosen: [], why: 'links get old' },
	])('$text: $why', ({ text, chosen }) => {
		expect(parseEndpoints(query(text), offered)).toEqual(chosen);
	});

	test('are written beside what others have put there', () => {
		const written = writeEndpoints(query('utm=1&endpoint=gone'), ['list-cars', 'get-car']);
		expect(written.toString()).toBe('utm=1&endpoint=list-cars&endpoint=get-car');
		expect(writeEndpoints(written, []).toString()).toBe('utm=1');
	});
});

test.each([
	{
		counts: { chosen: 0, total: 36, breaking: 2, unknown: 0 },
		words: 'For all 36 endpoints: 2 consumers break.',
	},
	{
		counts: { chosen: 1, total: 36, breaking: 1, unknown: 3 },
		words: 'For 1 chosen endpoint: 1 consumer breaks, and 3 more may.',
	},
	{
		counts: { chosen: 2, total: 36, breaking: 0, unknown: 1 },
		words: 'For 2 chosen endpoints: no consumer breaks, as far as we know, but 1 may.',
	},
])('$words', ({ counts, words }) => {
	expect(describeImpact(counts)).toBe(words);
});
