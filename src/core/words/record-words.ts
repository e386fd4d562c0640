import type { MilestoneRecord } from '#core/plan/changes/milestone-record.ts';
import type { Outcome } from '#core/plan/changes/outcome.ts';
import type { Amount } from '#core/plan/changes/split.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { formatCount, formatDay } from './formats.ts';
import type { Wording } from './tone.ts';

/** `12 issues`, and below it `30 points, 2 with no weight`. */
export function describeAmount({ issues, weight, notWeighed }: Amount): {
	count: string;
	points: string;
} {
	const points = [
		...(weight === null ? [] : [formatCount(weight, 'point')]),
		...(notWeighed === 0 ? [] : [`${String(notWeighed)} with no weight`]),
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
			return { word: 'Dropped: no longer in the plan', tone: 'bad' };
		case 'not-seen':
			return { word: "No longer visible; we don't know why", tone: 'quiet' };
		case 'unknown':
			return { word: 'Closed; not known whether by the cutoff', tone: 'quiet' };
	}
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
			: `Promised is what was planned on ${formatDay(promise.day)}, the first saved plan after its start.`;
	}
	return startDate === null
		? 'We don’t know what was promised: GitLab has no start date.'
		: 'We don’t know what was promised: no plan was saved at its start.';
}

function describeResultDay(result: Ends['result']): string {
	if (result === null) return 'We don’t know what was delivered: no plan was saved at its cutoff.';
	return result.isFinal
		? `Delivered is what the plan of ${formatDay(result.day)} shows as closed by the cutoff.`
		: `Delivered is what was closed up to ${formatDay(result.day)}: the cutoff is still to come.`;
}
