import { describe, expect, test } from 'vitest';
import { toHealthExport, toHealthTable } from '#core/publish/exports/health-export.ts';
import { HealthExport } from '#model/exports/health.ts';
import { mapLists, type About } from '#model/snapshot.ts';
import { aSite, aSnapshot, pulledAt } from '../../../../builders.ts';

const notConfigured = mapLists<About['lists']>(() => ({ state: 'not-configured' }));
const fresh = { state: 'fresh', rows: 40, rowsBefore: 41, pulledAt } as const;
const stale = {
	state: 'stale',
	rows: 3,
	pulledAt: '2026-11-20T08:30:00Z',
	reason: 'GitLab answered 503. Run npm run pull.',
	forReaders: 'GitLab answered 503.',
} as const;
const missing = { state: 'missing', reason: 'It needs a token.' } as const;

function healthOf(lists: Partial<About['lists']>, site: Parameters<typeof aSite>[0] = {}) {
	const about = { requests: { projects: 12, issues: 0 } };
	return toHealthExport({
		site: aSite({ staleAfterHours: 36, ...site }),
		about: aSnapshot({ about, lists: { ...notConfigured, ...lists } }).about,
		addressOf: (path) => `https://example.com${path}`,
	});
}

test('a list says how old it is, how many rows it had, and what it took', () => {
	const { lists, ...rest } = HealthExport.parse(healthOf({ projects: fresh }));
	expect(lists).toEqual([
		{
			list: 'projects',
			title: 'projects',
			state: 'fresh',
			pulledAt,
			staleAt: '2026-11-24T20:30:00Z',
			rows: 40,
			rowsBefore: 41,
			requests: 12,
			reason: null,
			partial: null,
		},
	]);
	expect(rest).toMatchObject({ state: 'fresh', nextPullAt: null });
});

test('a list that failed says why, in the words of readers, and keeps its last good time', () => {
	const { lists } = healthOf({ issues: stale, members: missing });
	expect(lists).toMatchObject([
		{ list: 'issues', rows: 3, rowsBefore: null, reason: 'GitLab answered 503.', requests: 0 },
		{ list: 'members', rows: null, pulledAt: null, staleAt: null, requests: null },
	]);
});

test('a fresh list with gaps says so beside its state, which no old alert knows', () => {
	const partial = 'GitLab failed to answer for 1 project.';
	const health = healthOf({ projects: { ...fresh, partial } });
	expect(health).toMatchObject({ state: 'fresh', lists: [{ reason: null, partial }] });
});

describe('the state of all is that of the worst list', () => {
	test.each([
		{ lists: {}, is: 'fresh' },
		{ lists: { projects: fresh }, is: 'fresh' },
		{ lists: { projects: fresh, issues: stale }, is: 'stale' },
		{ lists: { members: missing, issues: stale, projects: fresh }, is: 'missing' },
	])('$is', ({ lists, is }) => {
		expect(healthOf(lists).state).toBe(is);
	});
});

test('the next pull is due when the registry says', () => {
	expect(healthOf({}, { pullEveryHours: 24 }).nextPullAt).toBe('2026-11-24T08:30:00Z');
});

test('the table has a row for each list', () => {
	const { columns, cells } = toHealthTable(healthOf({ projects: fresh, members: missing }));
	const at = columns.findIndex(({ name }) => name === 'rows_before');
	expect(cells.map((row) => [row[0], row[at]])).toEqual([
		['projects', 41],
		['members', null],
	]);
});
