import type { MilestoneRecord, RecordedIssue } from '#core/plan/changes/milestone-record.ts';
import type { Outcome } from '#core/plan/changes/outcome.ts';
import type { Amount } from '#core/plan/changes/split.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { formatCount, formatDay } from './formats.ts';
import type { Wording } from './tone.ts';

/** `12 issues`, and below it `30 points, 2 not weighed`. */
export function describeAmount({ issues, weight, notWeighed }: Amount): {
	count: string;
	points: string;
} {
	const points = [
		...(weight === null ? [] : [formatCount(weight, 'point')]),
		...(notWeighed === 0 ? [] : [`${String(notWeighed)} not weighed`]),
	];
	return {
		count: issues === 0 ? 'No issue' : formatCount(issues, 'issue'),
		points: points.join(', '),
	};
}

/** What has come of an issue, seen from its milestone. */
export function describeOutcome(outcome: Outcome): Wording {
	switch (outcome.kind) {
		case 'delivered':
			return { word: 'Delivered', tone: 'ink' };
		case 'late':
			return { word: 'Closed after the cutoff', tone: 'warn' };
		case 'open':
			return { word: 'Open', tone: 'quiet' };
		case 'carried':
			return { word: `Carried to ${outcome.to}`, tone: 'warn', mark: 'arrow' };
		case 'brought-forward':
			return { word: `Brought forward to ${outcome.to}`, tone: 'quiet' };
		case 'dropped':
			return { word: 'Dropped: in no milestone of the plan', tone: 'bad' };
		case 'not-seen':
			return { word: 'Not seen any more, for a reason that is not known', tone: 'quiet' };
		case 'unknown':
			return { word: 'Closed; whether by the cutoff is not known', tone: 'quiet' };
	}
}

/** Whether an issue was promised at the start of its milestone. */
export function describePromise({ isPromised, commitment }: RecordedIssue): string {
	const word = commitment === 'deliverable' ? 'committed' : 'stretch';
	if (isPromised === null) return `Not known, ${word}`;
	return isPromised ? `At the start, ${word}` : `Added later, ${word}`;
}

type Ends = Pick<MilestoneRecord, 'promise' | 'startDate' | 'result'>;

/** By which kept days the record of a milestone that has started is made, in sentences. */
export function describeRecordDays({ promise, startDate, result }: Ends): string[] {
	return [describePromiseDay(promise, startDate), describeResultDay(result)];
}

function describePromiseDay(promise: Ends['promise'], startDate: IsoDate | null): string {
	if (promise !== null) {
		return promise.day === startDate
			? 'Promised is what was planned on the day it started.'
			: `Promised is what was planned on ${formatDay(promise.day)}: of the day it started no plan was kept.`;
	}
	return startDate === null
		? 'What was promised is not known: GitLab has no day on which it starts.'
		: 'What was promised is not known: no plan was kept at its start.';
}

function describeResultDay(result: Ends['result']): string {
	if (result === null) return 'What was delivered is not known: no plan was kept at its cutoff.';
	return result.isFinal
		? `Delivered is what was closed by the cutoff, as the plan of ${formatDay(result.day)} tells.`
		: `Delivered is what was closed up to ${formatDay(result.day)}: the cutoff is still to come.`;
}
