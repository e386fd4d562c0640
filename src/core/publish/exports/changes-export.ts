import { toPlainLine } from '#core/base/plain-text.ts';
import type {
	ChangesOfDay,
	IssueChange,
	MilestoneChange,
	PlanChange,
} from '#core/plan/changes/change.ts';
import { describeChange } from '#core/words/describe-change.ts';
import { issueUrl } from '#core/base/issue-url.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import { ChangesExport, ExportedChange, ChangedIssue } from '#model/exports/changes.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { toExportHead, type HeadSource } from './export-head.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';

interface ChangesSource extends HeadSource {
	rules: Pick<PlanRules, 'priorities'>;
	/** The days of which a plan is kept, oldest first. */
	days: readonly IsoDate[];
	/** Newest last. */
	changes: readonly ChangesOfDay[];
}

/** What machines are told of the changes of the plan: one row for each, newest day first. */
export function toChangesExport(source: ChangesSource): ChangesExport {
	const { days, changes } = source;
	return {
		...toExportHead('changes', source),
		days: [...days],
		changes: changes
			.toReversed()
			.flatMap((day) => day.changes.flatMap((change) => toChanges(change, day, source))),
	};
}

function toChanges(
	change: PlanChange,
	{ day, since }: ChangesOfDay,
	source: ChangesSource,
): ExportedChange[] {
	if (change.kind === 'dates-moved') {
		return splitDates(change).map(({ kind, only, from, to }) => ({
			day,
			since,
			kind,
			sentence: sentenceOf(only, source),
			issue: null,
			milestone: toPlainLine(change.milestone),
			from,
			to,
		}));
	}
	const { issue, kind } = change;
	return [
		{
			day,
			since,
			kind,
			sentence: sentenceOf(change, source),
			issue: {
				reference: referenceOf(issue),
				project: issue.project,
				iid: issue.iid,
				title: toPlainLine(issue.title),
				webUrl: issueUrl(source.about.source, issue),
			},
			milestone: null,
			...cleaned(valuesOf(change, source.rules)),
		},
	];
}

/** One row for each date, so that each row has one value before and one after. */
function splitDates(change: MilestoneChange) {
	const { from, to } = change;
	const dates = [
		{ kind: 'start-moved', key: 'startDate' },
		{ kind: 'cutoff-moved', key: 'dueDate' },
	] as const;
	return dates
		.filter(({ key }) => from[key] !== to[key])
		.map(({ kind, key }) => {
			const only = { ...change, to: { ...from, [key]: to[key] } };
			return { kind, only, from: from[key], to: to[key] };
		});
}

type Values = Pick<ExportedChange, 'from' | 'to'>;

function valuesOf(change: IssueChange, { priorities }: ChangesSource['rules']): Values {
	const nameOf = (label: string | null) =>
		priorities.find((priority) => priority.label === label)?.name ?? label;
	switch (change.kind) {
		case 'added':
			return { from: null, to: change.milestone };
		case 'dropped':
		case 'not-seen':
			return { from: change.from, to: null };
		case 'promoted':
		case 'demoted':
			return { from: nameOf(change.from), to: nameOf(change.to) };
		case 'retitled':
			return { from: change.from, to: change.issue.title };
		case 'carried':
		case 'brought-forward':
		case 'health':
			return { from: change.from, to: change.to };
		case 'weight':
			return { from: inDigits(change.from), to: inDigits(change.to) };
		case 'committed':
		case 'uncommitted':
		case 'closed':
		case 'reopened':
			return { from: null, to: null };
	}
}

function inDigits(weight: number | null): string | null {
	return weight === null ? null : String(weight);
}

function cleaned({ from, to }: Values): Values {
	return { from: from && toPlainLine(from), to: to && toPlainLine(to) };
}

function sentenceOf(change: PlanChange, { rules }: ChangesSource): string {
	return toPlainLine(describeChange(change, rules));
}

export function toChangesTable({ snapshot, changes }: ChangesExport): CsvTable {
	const change = (row: ExportedChange) => row;
	const issue = (row: ExportedChange) => row.issue;
	const columns = [
		...columnsOf(ExportedChange, ['day', 'since', 'kind', 'sentence'], change),
		...columnsOf(ChangedIssue, ['reference', 'title'], issue),
		...columnsOf(ExportedChange, ['milestone', 'from', 'to'], change),
		...columnsOf(ChangedIssue, ['webUrl'], issue),
		...columnsOf(ChangesExport.shape.snapshot, ['pulledAt', 'source', 'sample'], () => snapshot),
	];
	return toTable(columns, changes);
}
