import { measureFirstAnswers, type FirstAnswers, type Wait } from '#core/people/answers.ts';
import type { Snapshot } from '#model/snapshot.ts';
import { formatCount } from './formats.ts';

export interface AnswerWords {
	value: string;
	note: string;
}

/** What is said beside contact. `null`: nobody asks for it. */
export function describeAnswers({
	about,
	rows,
}: Pick<Snapshot, 'about' | 'rows'>): AnswerWords | null {
	const state = about.lists.answers;
	if (state.state === 'not-configured') return null;
	if (state.state === 'missing') {
		return { value: 'Not known', note: state.forReaders ?? state.reason };
	}
	return describeFirstAnswers(measureFirstAnswers(rows.answers, state.pulledAt));
}

/** The time to the first answer, for half of all issues and for the slow end. */
export function describeFirstAnswers({ cases, waits }: FirstAnswers): AnswerWords {
	const of = `${formatCount(cases, 'recent issue')} from people outside the team`;
	if (waits === null) return { value: 'Too few to tell', note: `${of}.` };
	return {
		value: describeWait(waits.median),
		note: `For half of ${of}; 1 in 10 waits longer than ${describeHours(waits.slowEnd.hours)}.`,
	};
}

function describeWait({ hours, atLeast }: Wait): string {
	if (hours < 1) return 'Under an hour';
	return `${atLeast ? 'More than ' : ''}${describeHours(hours)}`;
}

/** `5 hours`, `3 days`: nobody needs it closer. */
function describeHours(hours: number): string {
	if (hours < 1) return 'an hour';
	return hours < 48
		? formatCount(Math.round(hours), 'hour')
		: formatCount(Math.round(hours / 24), 'day');
}
