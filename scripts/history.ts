import { dayOf } from '#core/base/dates.ts';
import { compareText } from '#model/order.ts';
import { findNeededDays } from '#core/plan/changes/milestone-record.ts';
import { findDaysToThin, keptDailyDays } from '#core/plan/thin-days.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { InvalidDataError } from '#model/parse.ts';
import {
	historyKinds,
	planHistory,
	readHistory,
	removeDays,
	type HistoryKind,
} from '#store/history.ts';
import { readToday } from './clock.ts';
import { defineCommand, run, type Surroundings } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { renderTable } from './text-table.ts';

/** The kept days of one kind: whether they are invented, by day. */
type KeptDays = ReadonlyMap<IsoDate, boolean>;

export const history = defineCommand(
	{
		name: 'history',
		does: 'Lists the days of the plan history.',
		options: {
			thin: {
				type: 'boolean',
				default: false,
				help: `Removes plans older than ${String(keptDailyDays)} days, except one a week and those at the start and end of a milestone.`,
			},
			'dry-run': {
				type: 'boolean',
				default: false,
				help: 'With --thin: shows what it would remove, and removes nothing.',
			},
		},
	},
	async (options, surroundings) => {
		const { thin, 'dry-run': dryRun } = options;
		if (dryRun && !thin) {
			throw new InvalidDataError(
				'--dry-run says what --thin would remove.\nExpected both, or none.',
			);
		}
		const today = dayOf(readToday(surroundings));
		const kept = await readAll(surroundings, today);
		if (thin) await thinPlans(surroundings, today, dryRun);
		else surroundings.print(renderDays(kept));
		return exitCodes.fine;
	},
);

async function readAll(
	{ root, warn }: Surroundings,
	today: IsoDate,
): Promise<Map<HistoryKind['name'], KeptDays>> {
	const kept = new Map<HistoryKind['name'], KeptDays>();
	for (const kind of historyKinds) {
		const { days, damaged } = await readHistory(root, kind, today);
		kept.set(kind.name, new Map(days.map(({ day, sample }) => [day, sample])));
		for (const { reason } of damaged) warn(`Skipped: ${reason}\n`);
	}
	return kept;
}

function renderDays(kept: ReadonlyMap<HistoryKind['name'], KeptDays>): string {
	const all = [...kept.values()].flatMap((days) => [...days.keys()]);
	const days = [...new Set(all)].toSorted(compareText);
	if (days.length === 0) return "There's no history yet. Each npm run pull adds its day.";
	const names = historyKinds.map(({ name }) => name);
	const head = ['Day', ...names, 'data'];
	const rows = days.map((day) => {
		const samples = names.map((name) => kept.get(name)?.get(day));
		const isSample = samples.includes(true);
		return [
			day,
			...samples.map((sample) => (sample === undefined ? '-' : 'saved')),
			isSample ? 'sample' : 'GitLab',
		];
	});
	const count = days.length === 1 ? '1 day.' : `${String(days.length)} days.`;
	return [...renderTable(head, rows, () => true), '', count].join('\n');
}

async function thinPlans(
	{ root, print }: Surroundings,
	today: IsoDate,
	dryRun: boolean,
): Promise<void> {
	const { days: plans } = await readHistory(root, planHistory, today);
	const days = plans.map(({ day }) => day);
	const surplus = findDaysToThin(days, today, findNeededDays(plans));
	for (const day of surplus) print(`${dryRun ? 'Would remove' : 'Removes'} the plan of ${day}`);
	if (!dryRun) await removeDays(root, planHistory, surplus);
	const removed = `${String(surplus.length)} of ${String(days.length)} plans`;
	print(
		`${removed} ${dryRun ? 'would go' : 'are gone'}: of the time more than ${String(keptDailyDays)} days ago, one a week stays, and what tells how a milestone began and ended.`,
	);
}

await run(import.meta.filename, history);
