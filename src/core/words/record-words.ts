import type { MilestoneRecord } from '#core/plan/changes/milestone-record.ts';
import type { Outcome } from '#core/plan/changes/outcome.ts';
import type { Progress } from '#core/plan/progress.ts';
import type { IsoDate } from '#model/identifiers.ts';
import { formatCount, formatDay } from './formats.ts';
import type { Wording } from './tone.ts';

/** `12 issues`, and below it `30 points, 2 with no weight`. */
export function describeAmount({ count: { total }, weight, notWeighed }: Progress): {
	count: string;
	points: string;
} {
	const points = [
		...(weight === null ? [] : [formatCount(weight.total, 'point')]),
		...(notWeighed === 0 ? [] : [`${String(notWeighed)} with no weight`]),
	];
	return {
		count: total === 0 ? 'No issue' : formatCount(total, 'issue'),
		points: points.join(', '),
	};
}

const outcomes: Record<Exclude<Outcome['kind'], 'carried' | 'brought-forward'>, Wording> = {
	delivered: { word: 'Delivered', tone: 'ink' },
	late: { word: 'Closed after the cutoff', tone: 'warn' },
	open: { word: 'Open', tone: 'quiet' },
	dropped: { word: 'Dropped: no longer in the plan', tone: 'bad' },
	'not-seen': { word: 'No longer visible; we don’t know why', tone: 'quiet' },
	unknown: { word: 'Closed; not known whether by the cutoff', tone: 'quiet' },
};

/** What has come of an issue, seen from its milestone. */
export function describeOutcome(outcome: Outcome): Wording {
	if (outcome.kind === 'carried') {
		return { word: `Carried to ${outcome.to}`, tone: 'warn', mark: 'arrow' };
	}
	return outcome.kind === 'brought-forward'
		? { word: `Brought forward to ${outcome.to}`, tone: 'quiet' }
		: outcomes[outcome.kind];
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
