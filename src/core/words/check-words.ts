import type { AnswerCounts, Check, Permission } from '#core/inventory/check.ts';
import type { Since } from '#core/base/kept-day.ts';
import type { Answer } from '#model/checks.ts';
import { formatCount, formatDay, formatInstant } from './formats.ts';
import type { Wording } from './tone.ts';

export const answerWords: Record<Answer, Wording> = {
	broken: { word: 'Fails', tone: 'bad' },
	unknown: { word: 'Not checked', tone: 'quiet', mark: 'unknown' },
	exempt: { word: 'Exempt', tone: 'quiet', mark: 'slash' },
	holds: { word: 'Passes', tone: 'good' },
};

/** Those that need somebody first. */
export const answerOrder = ['broken', 'unknown', 'exempt', 'holds'] as const satisfies Answer[];

const permissions: Record<Permission, string> = {
	stranger: 'without signing in',
	token: 'with a token',
};

/** When and how a check's evidence was read: `Pulled on 23 November 2026, 08:30 UTC, without signing in.` */
export function describeReading({
	readAt,
	permission,
}: Pick<Check, 'readAt' | 'permission'>): string {
	return readAt === null
		? `Not pulled yet: we pull it ${permissions[permission]}.`
		: `Pulled on ${formatInstant(readAt)}, ${permissions[permission]}.`;
}

/** `Failing since 9 November 2026, or longer.` */
export function describeSince({ day, isAtLeast }: Since): string {
	return `Failing since ${formatDay(day)}${isAtLeast ? ', or longer' : ''}.`;
}

/** `9 checks: 2 fail, 1 not checked, 6 pass.` */
export function describeCounts(counts: AnswerCounts): string {
	const sum = answerOrder.reduce((total, answer) => total + counts[answer], 0);
	if (sum === 0) return 'No check applies.';
	const parts = answerOrder
		.filter((answer) => counts[answer] > 0)
		.map((answer) => countAnswer(answer, counts[answer]));
	return `${formatCount(sum, 'check')}: ${parts.join(', ')}.`;
}

const plurals: Record<Answer, string> = {
	broken: 'fail',
	unknown: 'not checked',
	exempt: 'exempt',
	holds: 'pass',
};

/** `1 fails`, `2 fail`, `1 not checked` */
export function countAnswer(answer: Answer, count: number): string {
	const word = count === 1 ? answerWords[answer].word.toLowerCase() : plurals[answer];
	return `${String(count)} ${word}`;
}
