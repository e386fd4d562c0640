import type { Progress } from '#gitlab/lists/pull.ts';
import { nothingToPull } from '#core/words/describe-snapshot.ts';
import { partialOf } from '#core/words/list-words.ts';
import { isHidden, isPulled, listNames, type ListName } from '#model/snapshot.ts';
import type { Terminal } from './command.ts';
import type { Taken } from './take-snapshot.ts';
import { renderTable } from './text-table.ts';

/**
 * Says how far a pull is: in one line that changes on a terminal, in a line a list elsewhere.
 *
 * @param isQuiet Elsewhere than on a terminal it says nothing.
 */
export function createProgress(
	out: Terminal,
	isQuiet = false,
): {
	onProgress: (progress: Progress) => void;
	/** Says until when GitLab wants a pause. */
	onWait: (until: Date) => void;
	end: () => void;
} {
	const start = performance.now();
	const lists = new Map<ListName, Progress>();
	const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
	const clear = () => {
		if (out.isTTY) {
			out.cursorTo(0);
			out.clearLine(0);
		}
	};
	let waitsUntil = 0;
	const show = () => {
		const running = [...lists.values()]
			.filter(({ outcome }) => outcome === undefined)
			.map(({ list, done, of }) => `${list} ${String(done)}/${String(of)}`);
		if (waitsUntil > Date.now()) running.unshift(`waits until ${toTime(waitsUntil)}`);
		clear();
		out.write(`${seconds()} s  ${running.join('  ')}`.slice(0, (out.columns || 80) - 1));
	};
	return {
		onWait: (until) => {
			// All that waits for one pause says so, each a moment after the other.
			if (until.getTime() < waitsUntil + 1_000) return;
			waitsUntil = until.getTime();
			if (out.isTTY) show();
			else if (!isQuiet)
				out.write(`GitLab asks for a pause: waiting until ${toTime(waitsUntil)}\n`);
		},
		onProgress: (progress) => {
			lists.set(progress.list, progress);
			if (out.isTTY) show();
			else if (!isQuiet && progress.outcome !== undefined) {
				const { list, done, of, outcome } = progress;
				const word = outcome === 'rows' ? 'done' : outcome;
				out.write(`${list}: ${word}, ${String(done)} of ${String(of)} steps, ${seconds()} s\n`);
			}
		},
		end: clear,
	};
}

/** The time at Greenwich, since a log is read anywhere: `15:04:05 UTC`. */
function toTime(ms: number): string {
	return `${new Date(ms).toISOString().slice(11, 19)} UTC`;
}

/** What came of a pull, as a table with the reasons below it. */
export function renderSummary({ report, snapshot }: Taken): string {
	const head = ['List', 'State', 'Rows', 'Date', 'Requests', 'Seconds'];
	const used = listNames.filter((list) => report.outcomes[list]?.kind !== 'not-configured');
	const rows = used.map((list) => {
		const state = snapshot?.about.lists[list];
		const isThere = state !== undefined && isPulled(state);
		// Invented rows are never called fresh.
		const isPartial = state !== undefined && partialOf(state) !== null;
		const missing = state && isHidden(state) ? 'not public' : (state?.state ?? 'missing');
		const pulled = isPartial ? 'with gaps' : missing;
		const word = snapshot?.about.sample && isThere ? 'sample' : pulled;
		return [
			list,
			word,
			isThere ? String(state.rows) : '-',
			isThere ? state.pulledAt : '-',
			String(report.requests[list]),
			report.seconds[list]?.toFixed(1) ?? '-',
		];
	});
	const table = renderTable(head, rows, (column) => column < 2 || column === 3);
	if (used.length === 0) return nothingToPull;
	return [...table, ...renderReasons(report, snapshot), ...report.notes].join('\n');
}

/** What could not be pulled, and why. When nothing could be, the first failure is the reason of all. */
export function renderQuiet({ report, snapshot, replaced }: Taken): string {
	if (replaced) return renderReasons(report, snapshot).join('\n');
	const outcomes = listNames.flatMap((list) => report.outcomes[list] ?? []);
	const reasons = outcomes.flatMap((one) =>
		one.kind === 'failed' || one.kind === 'hidden' ? one.reason : [],
	);
	return `The pull failed${reasons[0] === undefined ? '.' : `: ${reasons[0]}`}`;
}

/** A reason that several lists have in common is said once. */
function renderReasons(report: Taken['report'], snapshot: Taken['snapshot']): string[] {
	const listsByReason = new Map<string, ListName[]>();
	for (const list of listNames) {
		const outcome = report.outcomes[list];
		const state = snapshot?.about.lists[list];
		const failure = outcome && 'reason' in outcome ? outcome.reason : undefined;
		const old = state && 'reason' in state ? state.reason : undefined;
		const reason = failure ?? old ?? (state && partialOf(state)) ?? undefined;
		if (reason !== undefined) {
			listsByReason.set(reason, [...(listsByReason.get(reason) ?? []), list]);
		}
	}
	return [...listsByReason].map(([reason, lists]) => `${lists.join(', ')}: ${reason}`);
}

export function renderChanges({ changes, replaced }: Taken): string {
	if (!replaced) return 'Nothing would change: the pull returned no list.';
	const lines = listNames.flatMap((list) => {
		const { added = [], removed = [], changed = [] } = changes[list] ?? {};
		return [
			...added.map((id) => `${list}: + ${id}`),
			...removed.map((id) => `${list}: - ${id}`),
			...changed.map((id) => `${list}: ~ ${id}`),
		];
	});
	return lines.length === 0
		? 'No row would change.'
		: ['Would change (+ added, - removed, ~ changed):', ...lines].join('\n');
}
