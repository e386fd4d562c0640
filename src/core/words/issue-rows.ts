import type { Priority } from '#core/base/labels.ts';
import { referenceOf } from '#core/base/reference-of.ts';
import type { RecordedIssue } from '#core/plan/changes/milestone-record.ts';
import type { PlannedIssue } from '#core/plan/plan.ts';
import type { IssueOfDay } from '#model/history.ts';
import type { PlanRules } from '#model/plan-rules.ts';
import { describeCarried, healthWords } from './issue-words.ts';
import { describeOutcome } from './record-words.ts';
import type { Chip, Wording } from './tone.ts';

/** A row of the table of issues, planned or recorded. */
export interface IssueRow {
	reference: string;
	title: string;
	webUrl: string | null;
	committed: boolean;
	weight: number | null;
	/** How it is, or what became of it. */
	status: Wording;
	/** Where the work is. `null`: nobody says. */
	work: string | null;
	blocked: boolean;
	/** What is special about it: `carried in from 19.6`. */
	notes: string[];
	/** The chips that show it. */
	is: string[];
}

/** By their ids: counts on other pages lead to them, so they stay. */
const issueChips = {
	committed: { name: 'Committed', mark: 'diamond', tone: 'ink' },
	'at-risk': { name: 'At risk', mark: 'alert', tone: 'bad' },
	'needs-attention': { name: 'Needs attention', mark: 'warning', tone: 'warn' },
	'on-track': { name: 'On track', mark: 'tick', tone: 'good' },
	blocked: { name: 'Blocked', mark: 'bar', tone: 'bad' },
	'carried-in': { name: 'Carried in', mark: 'arrow', tone: 'warn' },
	closed: { name: 'Closed', mark: 'done', tone: 'ink' },
	delivered: { name: 'Delivered', mark: 'done', tone: 'ink' },
	'carried-out': { name: 'Carried out', mark: 'arrow', tone: 'warn' },
	dropped: { name: 'Dropped', mark: 'slash', tone: 'quiet' },
} satisfies Record<string, Omit<Chip, 'id' | 'count'>>;

type IssueChip = keyof typeof issueChips;

const healthChips = new Map<string | null, IssueChip>([
	['at_risk', 'at-risk'],
	['needs_attention', 'needs-attention'],
	['on_track', 'on-track'],
]);
const outcomeChips = new Map<RecordedIssue['outcome']['kind'], IssueChip>([
	['delivered', 'delivered'],
	['carried', 'carried-out'],
	['dropped', 'dropped'],
]);

/** What both kinds of rows say. */
function rowOf(
	{ issue, commitment }: Pick<PlannedIssue<IssueOfDay>, 'issue' | 'commitment'>,
	webUrl: string | null,
	chips: readonly (IssueChip | undefined | false)[],
) {
	const committed = commitment === 'deliverable';
	const is = [committed && 'committed', ...chips].filter((chip) => typeof chip === 'string');
	return {
		reference: referenceOf(issue),
		title: issue.title,
		weight: issue.weight,
		webUrl,
		committed,
		is,
	};
}

/** Health and blocks are of open issues: a closed one is past them. */
export function toPlannedRow(planned: PlannedIssue<IssueOfDay>, webUrl: string | null): IssueRow {
	const { issue, workflow } = planned;
	const isClosed = issue.state === 'closed';
	const blocked = planned.blocked && !isClosed;
	const carried = describeCarried(planned);
	const health = isClosed ? 'closed' : healthChips.get(issue.healthStatus);
	return {
		...rowOf(planned, webUrl, [health, blocked && 'blocked', carried !== null && 'carried-in']),
		status: isClosed ? { word: 'Closed', tone: 'ink' } : healthWords(issue.healthStatus),
		work: isClosed ? null : workflow,
		blocked,
		notes: carried === null ? [] : [`carried in ${carried}`],
	};
}

/** What became of an issue that was in a milestone. */
export function toRecordedRow(recorded: RecordedIssue, webUrl: string | null): IssueRow {
	const { isPromised, outcome } = recorded;
	return {
		...rowOf(recorded, webUrl, [outcomeChips.get(outcome.kind)]),
		status: describeOutcome(outcome),
		work: null,
		blocked: false,
		notes: isPromised === false ? ['added later'] : [],
	};
}

/**
 * The issues of a plan by priority, the worst health first.
 *
 * @param urlOf Where an issue is: what is kept of a day has no address of its own.
 */
export function groupPlannedRows<Planned extends PlannedIssue<IssueOfDay>>(
	groups: readonly { priority: Priority | null; issues: readonly Planned[] }[],
	rules: Pick<PlanRules, 'priorities'>,
	urlOf: (planned: Planned) => string | null,
) {
	/** A team without priorities has all its issues in one group. */
	const rest = {
		name: rules.priorities.length === 0 ? 'Issues' : 'Without a priority',
		meaning: '',
	};
	return groups.map(({ priority, issues }) => {
		const { name, meaning } = priority ?? rest;
		const rows = issues.map((planned) => toPlannedRow(planned, urlOf(planned)));
		return { name, meaning, rows: rows.toSorted(compareRows) };
	});
}

const urgency: Wording['tone'][] = ['bad', 'warn', 'now', 'good', 'quiet', 'ink'];

/** Commitments first, and among them the worst first and what is done last. */
export function compareRows(a: IssueRow, b: IssueRow): number {
	const place = ({ status, committed }: IssueRow) =>
		(status.tone === 'ink' ? 100 : 0) + (committed ? 0 : 10) + urgency.indexOf(status.tone);
	return place(a) - place(b);
}

/**
 * The chips of a table, each with how many rows it shows.
 *
 * @param ids Those that a team's rules can fill. `false`: they can't.
 * @param others Those of the team alone.
 */
export function countChips(
	rows: readonly IssueRow[],
	ids: readonly (IssueChip | false)[],
	others: readonly Pick<Chip, 'id' | 'name'>[] = [],
): Chip[] {
	const chips = ids.filter((id) => id !== false).map((id) => ({ id, ...issueChips[id] }));
	return [...chips, ...others].map((chip) => ({
		...chip,
		count: rows.filter(({ is }) => is.includes(chip.id)).length,
	}));
}
