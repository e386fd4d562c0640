import { describe, expect, test } from 'vitest';
import { dashboardUrl, describeFilters } from '#core/words/dashboard-words.ts';

const view = 'https://boards.example.com/views/Tests/Flaky';
const engine = { field: 'TEAM', value: 'engine' };
const state = { field: 'Issue State', value: 'open & new' };

describe('a dashboard opens with its filters', () => {
	test.each([
		{ filters: [], toolbar: 'visible', address: view, why: 'nothing to say' },
		{ filters: [engine], toolbar: 'visible', address: `${view}?TEAM=engine`, why: 'one filter' },
		{
			filters: [engine, state],
			toolbar: 'hidden',
			address: `${view}?TEAM=engine&Issue%20State=open%20%26%20new&:toolbar=no`,
			why: 'several filters, each encoded, and no toolbar',
		},
	] as const)('$why', ({ filters, toolbar, address }) => {
		expect(dashboardUrl(view, filters, toolbar)).toBe(address);
	});
});

test.each([
	{ filters: [], words: 'All rows.' },
	{ filters: [engine], words: 'Only rows where TEAM is “engine”.' },
	{
		filters: [engine, state],
		words: 'Only rows where TEAM is “engine” and Issue State is “open & new”.',
	},
])('$words', ({ filters, words }) => {
	expect(describeFilters(filters)).toBe(words);
});
