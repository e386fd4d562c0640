import { describe, expect, test } from 'vitest';
import type { PullReport } from '#gitlab/lists/pull.ts';
import { listNames, mapLists, type ListName, type Snapshot } from '#model/snapshot.ts';
import {
	createProgress,
	renderChanges,
	renderQuiet,
	renderSummary,
} from '../../scripts/pull-report.ts';
import type { Taken } from '../../scripts/take-snapshot.ts';
import { anIssue, aSnapshot } from '../builders.ts';

const noRequests = { ...mapLists<Record<ListName, number>>(() => 0), token: 0 };

function taken({
	report = {},
	...change
}: Partial<Omit<Taken, 'report'>> & { report?: Partial<PullReport> } = {}): Taken {
	return {
		report: { outcomes: {}, requests: noRequests, seconds: {}, notes: [], failures: [], ...report },
		snapshot: aSnapshot(),
		replaced: true,
		changes: {},
		kept: [],
		...change,
	};
}

/** The cells of a list's row. */
function cellsOf(list: string, summary: string): string[] {
	const row = summary.split('\n').find((line) => line.startsWith(`${list} `)) ?? '';
	return row.split(/ {2,}/);
}

describe('the summary', () => {
	test('has a row for each list, in one order', () => {
		const lines = renderSummary(taken()).split('\n');
		expect(lines[0]).toMatch(/^List +State +Rows +Date +Requests +Seconds$/);
		expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(listNames);
		expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
	});

	test('says state, rows, date, requests and seconds', () => {
		const summary = renderSummary(
			taken({
				snapshot: aSnapshot({ rows: { issues: [anIssue()] } }),
				report: { requests: { ...noRequests, issues: 12 }, seconds: { issues: 1.26 } },
			}),
		);
		expect(cellsOf('issues', summary)).toEqual([
			'issues',
			'fresh',
			'1',
			'2026-11-23T08:30:00Z',
			'12',
			'1.3',
		]);
	});

	test.each<{ snapshot: Snapshot | undefined; cells: string[]; why: string }>([
		{
			snapshot: aSnapshot({ lists: { members: { state: 'missing', reason: 'No.' } } }),
			cells: ['missing', '-', '-'],
			why: 'a list that is missing has neither rows nor date',
		},
		{
			snapshot: aSnapshot({
				lists: { members: { state: 'missing', hidden: true, reason: 'No.' } },
			}),
			cells: ['not public', '-', '-'],
			why: 'nothing is kept of what GitLab hides',
		},
		{
			snapshot: aSnapshot({
				lists: {
					members: { state: 'stale', rows: 3, pulledAt: '2026-11-20T08:30:00Z', reason: 'No.' },
				},
			}),
			cells: ['stale', '3', '2026-11-20T08:30:00Z'],
			why: 'a stale one has its own date',
		},
		{
			snapshot: aSnapshot({ about: { sample: true } }),
			cells: ['sample', '0', '2026-11-23T08:30:00Z'],
			why: 'a sample is called so, and never fresh',
		},
		{ snapshot: undefined, cells: ['missing', '-', '-'], why: 'there is no snapshot at all' },
	])('$cells: $why', ({ snapshot, cells }) => {
		const summary = renderSummary(taken({ snapshot }));
		expect(cellsOf('members', summary).slice(1, 4)).toEqual(cells);
	});

	test.each<{ report: Partial<PullReport>; state: 'fresh' | 'stale'; says: string[]; why: string }>(
		[
			{ report: {}, state: 'fresh', says: [], why: 'nothing to explain' },
			{
				report: { outcomes: { issues: { kind: 'failed', reason: 'GitLab answered 503.' } } },
				state: 'stale',
				says: ['issues: GitLab answered 503.'],
				why: 'it failed now',
			},
			{
				report: { outcomes: { issues: { kind: 'impossible', reason: 'It needs a token.' } } },
				state: 'stale',
				says: ['issues: It needs a token.'],
				why: 'it could not be asked for',
			},
			{
				report: { outcomes: { issues: { kind: 'rows', rows: [] } } },
				state: 'stale',
				says: ['issues: Held back.'],
				why: 'it came, and was held back',
			},
			{ report: {}, state: 'stale', says: ['issues: Held back.'], why: 'it was not asked for' },
		],
	)('ends with reasons: $why', ({ report, state, says }) => {
		const lists =
			state === 'stale'
				? { issues: { state, rows: 0, pulledAt: '2026-11-20T08:30:00Z', reason: 'Held back.' } }
				: {};
		const lines = renderSummary(taken({ report, snapshot: aSnapshot({ lists }) })).split('\n');
		expect(lines.slice(1 + listNames.length)).toEqual(says);
	});
});

describe('a quiet pull says only what could not be pulled', () => {
	const failed = (reason: string) => ({ kind: 'failed', reason }) as const;
	test.each<{ change: Parameters<typeof taken>[0]; says: string; why: string }>([
		{ change: {}, says: '', why: 'nothing, when all is fresh' },
		{
			change: { report: { outcomes: { members: { kind: 'impossible', reason: 'No token.' } } } },
			says: 'members: No token.',
			why: 'a list',
		},
		{
			change: {
				replaced: false,
				report: {
					outcomes: {
						access: { kind: 'impossible', reason: 'No token.' },
						projects: failed('The name is not known.'),
						issues: failed('GitLab was given up.'),
						team: failed('The other name is not known.'),
					},
				},
			},
			says: 'The pull failed: The name is not known.',
			why: 'one line, when nothing could be',
		},
		{
			change: {
				replaced: false,
				report: { outcomes: { issues: { kind: 'hidden', reason: 'The group is private.' } } },
			},
			says: 'The pull failed: The group is private.',
			why: 'nothing is public',
		},
		{ change: { replaced: false }, says: 'The pull failed.', why: 'nobody knows why' },
	])('$why', ({ change, says }) => {
		expect(renderQuiet(taken(change))).toBe(says);
	});
});

describe('what a dry run would change', () => {
	test.each<{ change: Partial<Taken>; says: string; why: string }>([
		{
			change: { replaced: false },
			says: 'Nothing would change: the pull returned no list.',
			why: 'nothing',
		},
		{ change: {}, says: 'No row would change.', why: 'the same again' },
		{
			change: { changes: { issues: { added: [], removed: [], changed: [] } } },
			says: 'No row would change.',
			why: 'a list without differences',
		},
		{
			change: {
				changes: {
					issues: { added: ['a/b#2'], removed: ['a/b#1'], changed: ['a/b#3'] },
					projects: { added: ['a/c'], removed: [], changed: [] },
				},
			},
			says: [
				'Would change (+ added, - removed, ~ changed):',
				'projects: + a/c',
				'issues: + a/b#2',
				'issues: - a/b#1',
				'issues: ~ a/b#3',
			].join('\n'),
			why: 'rows, in the order of the lists',
		},
	])('$says: $why', ({ change, says }) => {
		expect(renderChanges(taken(change))).toBe(says);
	});
});

describe('progress', () => {
	/** A terminal of so many columns; none: a file or a pipe. */
	function anOutput(columns?: number, isQuiet = false) {
		const written: string[] = [];
		const out = {
			isTTY: columns !== undefined,
			columns,
			write: (text: string) => written.push(text),
			cursorTo: () => true,
			clearLine: () => written.push('<clear>'),
		};
		return { written, ...createProgress(out as unknown as NodeJS.WriteStream, isQuiet) };
	}

	test('without a terminal is a line for each list that is done', () => {
		const { written, onProgress, end } = anOutput();
		onProgress({ list: 'issues', done: 1, of: 4 });
		onProgress({ list: 'issues', done: 4, of: 4, outcome: 'rows' });
		onProgress({ list: 'members', done: 0, of: 2, outcome: 'impossible' });
		onProgress({ list: 'projects', done: 3, of: 36, outcome: 'failed' });
		end();
		expect(written.map((line) => line.replace(/\d+\.\d s/, '0.0 s'))).toEqual([
			'issues: done, 4 of 4 steps, 0.0 s\n',
			'members: impossible, 0 of 2 steps, 0.0 s\n',
			'projects: failed, 3 of 36 steps, 0.0 s\n',
		]);
	});

	test('of a quiet pull is nothing without a terminal, and the same on one', () => {
		for (const columns of [undefined, 80]) {
			const { written, onProgress } = anOutput(columns, true);
			onProgress({ list: 'issues', done: 1, of: 4 });
			onProgress({ list: 'issues', done: 4, of: 4, outcome: 'rows' });
			expect(written.length > 0).toBe(columns === 80);
		}
	});

	test('on a terminal is one line of what is under way, and goes at the end', () => {
		const { written, onProgress, end } = anOutput(80);
		onProgress({ list: 'issues', done: 1, of: 4 });
		onProgress({ list: 'projects', done: 3, of: 36 });
		onProgress({ list: 'issues', done: 4, of: 4, outcome: 'rows' });
		expect(written.at(-1)).toMatch(/^\d+\.\d s {2}projects 3\/36$/);
		expect(written.filter((text) => text.includes('\n'))).toEqual([]);
		expect(written[0]).toBe('<clear>');
		end();
		expect(written.at(-1)).toBe('<clear>');
	});

	const until = new Date(Date.now() + 1_800_000);
	const time = `${until.toISOString().slice(11, 19)} UTC`;

	test('says until when GitLab wants a pause: on a terminal in its line', () => {
		const { written, onProgress, onWait } = anOutput(80);
		onProgress({ list: 'issues', done: 1, of: 4 });
		onWait(until);
		expect(written.at(-1)).toContain(`waits until ${time}  issues 1/4`);
		onProgress({ list: 'issues', done: 2, of: 4 });
		expect(written.at(-1)).toContain(`waits until ${time}  issues 2/4`);
	});

	test('says so once without a terminal, and not when it is to be quiet', () => {
		const { written, onWait } = anOutput();
		onWait(until);
		onWait(new Date(until.getTime() + 5));
		expect(written).toEqual([`GitLab asks for a pause: waiting until ${time}\n`]);
		const quiet = anOutput(undefined, true);
		quiet.onWait(until);
		expect(quiet.written).toEqual([]);
	});

	test('stays within a narrow terminal', () => {
		const { written, onProgress } = anOutput(20);
		for (const list of listNames) onProgress({ list, done: 1, of: 4 });
		expect(written.filter((text) => text.length >= 20)).toEqual([]);
	});
});
