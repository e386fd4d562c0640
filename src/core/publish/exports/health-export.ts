import { addHours } from '#core/base/dates.ts';
import { partialOf, reasonOf } from '#core/words/list-words.ts';
import { ExportedList, HealthExport } from '#model/exports/health.ts';
import type { Site } from '#model/site.ts';
import { isPulled, listNames, lists, type About, type ListName } from '#model/snapshot.ts';
import { columnsOf, toTable, type CsvTable } from './csv.ts';
import { toExportHead, type HeadSource } from './export-head.ts';

interface HealthSource extends HeadSource {
	site: Pick<Site, 'title' | 'staleAfterHours' | 'pullEveryHours'>;
	about: About;
}

const worstFirst = ['missing', 'stale', 'fresh'] as const;

/** What monitoring is told of the data: how old each list is, and what went wrong. */
export function toHealthExport(source: HealthSource): HealthExport {
	const { site, about } = source;
	const { pullEveryHours } = site;
	const exported = listNames.flatMap((list) => toList(list, source));
	return {
		...toExportHead('health', source),
		state: worstFirst.find((state) => exported.some((list) => list.state === state)) ?? 'fresh',
		nextPullAt: pullEveryHours === undefined ? null : addHours(about.pulledAt, pullEveryHours),
		lists: exported,
	};
}

function toList(list: ListName, { site, about }: HealthSource): ExportedList[] {
	const state = about.lists[list];
	if (state.state === 'not-configured') return [];
	const got = isPulled(state) ? state : undefined;
	return [
		{
			list,
			title: lists[list].title,
			state: state.state,
			pulledAt: got?.pulledAt ?? null,
			staleAt: got ? addHours(got.pulledAt, site.staleAfterHours) : null,
			rows: got?.rows ?? null,
			rowsBefore: got?.rowsBefore ?? null,
			requests: about.requests?.[list] ?? null,
			reason: reasonOf(state),
			partial: partialOf(state),
		},
	];
}

export function toHealthTable({ snapshot, lists: rows }: HealthExport): CsvTable {
	const columns = [
		...columnsOf(ExportedList, ExportedList.keyof().options, (list: ExportedList) => list),
		...columnsOf(HealthExport.shape.snapshot, ['source', 'sample'], () => snapshot),
	];
	return toTable(columns, rows);
}
