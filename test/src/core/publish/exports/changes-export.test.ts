import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { toChangesTable, toChangesExport } from '#core/publish/exports/changes-export.ts';
import { renderCsv } from '#core/publish/exports/csv.ts';
import type { ChangesOfDay, PlanChange } from '#core/plan/changes/change.ts';
import { ChangesExport } from '#model/exports/changes.ts';
import { anIssueOfDay, aSite, planRules, pulledAt, source } from '../../../../builders.ts';
import { hostileTexts } from '../feeds/hostile-texts.ts';

const issue = anIssueOfDay({ iid: 7 });

/** One of each kind. */
const everyKind: readonly PlanChange[] = [
	{
		kind: 'dates-moved',
		milestone: '19.7',
		from: { startDate: null, dueDate: '2026-12-11' },
		to: { startDate: '2026-11-14', dueDate: '2026-12-18' },
	},
	{ issue, kind: 'added', milestone: '19.7' },
	{ issue, kind: 'dropped', from: '19.7' },
	{ issue, kind: 'not-seen', from: '19.7' },
	{ issue, kind: 'carried', from: '19.7', to: '19.8' },
	{ issue, kind: 'brought-forward', from: '19.8', to: '19.7' },
	{ issue, kind: 'promoted', from: null, to: 'Widget::P1' },
	{ issue, kind: 'demoted', from: 'Widget::P1', to: 'Widget::P3' },
	{ issue, kind: 'committed' },
	{ issue, kind: 'uncommitted' },
	{ issue, kind: 'health', from: null, to: 'at_risk' },
	{ issue, kind: 'closed' },
	{ issue, kind: 'reopened' },
	{ issue, kind: 'weight', from: null, to: 0 },
	{ issue, kind: 'retitled', from: 'The old title' },
];

function exportOf(...changes: ChangesOfDay[]): ChangesExport {
	const whole = toChangesExport({
		site: aSite(),
		about: { source, sample: false, pulledAt },
		rules: planRules(),
		days: ['2026-11-20', '2026-11-22', '2026-11-23'],
		changes,
		addressOf: (path) => path,
	});
	return ChangesExport.parse(whole);
}

const ofDay = (changes: readonly PlanChange[]): ChangesOfDay => ({
	day: '2026-11-23',
	since: '2026-11-22',
	changes: [...changes],
});
const rowsOf = (changes: ChangesExport): Record<string, string>[] =>
	parse(renderCsv(toChangesTable(changes)), { columns: true });

test('each kind of change has one value before and one after; a milestone has a row for each date', () => {
	const { changes } = exportOf(ofDay(everyKind));
	expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
		['start-moved', null, '2026-11-14'],
		['cutoff-moved', '2026-12-11', '2026-12-18'],
		['added', null, '19.7'],
		['dropped', '19.7', null],
		['not-seen', '19.7', null],
		['carried', '19.7', '19.8'],
		['brought-forward', '19.8', '19.7'],
		['promoted', null, 'P1'],
		['demoted', 'P1', 'P3'],
		['committed', null, null],
		['uncommitted', null, null],
		['health', null, 'at_risk'],
		['closed', null, null],
		['reopened', null, null],
		['weight', null, '0'],
		['retitled', 'The old title', 'Teach the widget to wait'],
	]);
});

test('a change of an issue names it, and one of a milestone names that', () => {
	const { changes } = exportOf(ofDay(everyKind.slice(0, 2)));
	expect(changes[0]).toMatchObject({
		issue: null,
		milestone: '19.7',
		sentence: 'Dates of 19.7 moved: the start from no date to 14 November 2026.',
	});
	expect(changes[2]).toEqual({
		day: '2026-11-23',
		since: '2026-11-22',
		kind: 'added',
		sentence: 'Added to 19.7.',
		issue: {
			reference: 'example/tools/widget#7',
			project: 'example/tools/widget',
			iid: 7,
			title: 'Teach the widget to wait',
			webUrl: `${source}/example/tools/widget/-/issues/7`,
		},
		milestone: null,
		from: null,
		to: '19.7',
	});
});

test('the newest day comes first, and the days without changes are named, too', () => {
	const older = { ...ofDay([everyKind[1]!]), day: '2026-11-22', since: '2026-11-20' };
	const { days, changes } = exportOf(older, ofDay([everyKind[11]!]));
	expect(days).toEqual(['2026-11-20', '2026-11-22', '2026-11-23']);
	expect(changes.map(({ day, kind }) => [day, kind])).toEqual([
		['2026-11-23', 'closed'],
		['2026-11-22', 'added'],
	]);
});

test('the CSV file has the rows of the JSON', () => {
	const whole = exportOf(ofDay(everyKind));
	const rows = rowsOf(whole);
	expect(rows.map(({ kind, from, to }) => [kind, from, to])).toEqual(
		whole.changes.map(({ kind, from, to }) => [kind, from ?? '', to ?? '']),
	);
	expect(rows[0]).toMatchObject({ reference: '', milestone: '19.7', sample: 'false' });
	expect(rows[2]).toMatchObject({ reference: 'example/tools/widget#7', milestone: '' });
});

describe('whatever GitLab answers is text in both files', () => {
	test.each(hostileTexts)('an issue and a milestone called $name', ({ text, shown }) => {
		const hostile = anIssueOfDay({ title: text });
		const whole = exportOf(
			ofDay([
				{ issue: hostile, kind: 'retitled', from: text },
				{ issue: hostile, kind: 'carried', from: text, to: text },
				{ issue: hostile, kind: 'health', from: text, to: text },
			]),
		);
		for (const { issue, from, to } of whole.changes) {
			for (const value of [issue!.title, from, to]) expect(value).toContain(shown);
		}
		const harmful = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
		for (const cell of rowsOf(whole).flatMap((row) => Object.values(row))) {
			expect(cell).not.toMatch(harmful);
			expect(cell).not.toMatch(/^[=+\-@]/);
		}
		expect(JSON.stringify(whole)).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
	});
});
