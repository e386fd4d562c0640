import type { AnswerCounts, Check } from '#core/inventory/check.ts';
import { countAnswers } from '#core/inventory/checks/run-checks.ts';
import { answerOrder, answerWords, countAnswer } from '#core/words/check-words.ts';
import { checkChoiceWords } from '#core/words/inventory-words.ts';
import { formatCount } from '#core/words/formats.ts';
import type { VerdictWords } from '#core/words/verdict-words.ts';
import { checkChoices, type CheckChoice } from '#core/inventory/inventory-choices.ts';
import { toneMarks, type Chip, type Wording } from '#core/words/tone.ts';
import type { Answer } from '#model/checks.ts';

/** What is said of a project whose checks do not all pass, the gravest first. */
const worthSaying = answerOrder.filter((answer) => answer !== 'holds');

/** `All 9 pass`, or `2 fail` and `1 not checked`: each is marked for itself. At least one. */
export function checksWordings(counts: AnswerCounts): Wording[] {
	const said = worthSaying
		.filter((answer) => counts[answer] > 0)
		.map((answer) => ({ ...answerWords[answer], word: countAnswer(answer, counts[answer]) }));
	if (said.length > 0) return said;
	if (counts.holds === 0) return [{ word: 'No check applies', tone: 'quiet' }];
	const word = countAnswer('holds', counts.holds);
	return [{ word: counts.holds === 1 ? word : `All ${word}`, tone: answerWords.holds.tone }];
}

const choiceOf: Record<Answer, CheckChoice> = {
	broken: 'fails',
	unknown: 'not-checked',
	exempt: 'exempt',
	holds: 'passes',
};

/** The chips that a project fits. */
export function checkChoicesOf(checks: readonly Pick<Check, 'id' | 'answer'>[]): CheckChoice[] {
	const counts = countAnswers(checks);
	const said = worthSaying.filter((answer) => counts[answer] > 0);
	if (said.length === 0) return counts.holds > 0 ? ['passes'] : [];
	const isOld = checks.some(({ id, answer }) => id === 'release' && answer === 'broken');
	return [...said.map((answer) => choiceOf[answer]), ...(isOld ? ['old-release' as const] : [])];
}

/** `21 of 39 projects fail a check`. `null`: nothing was checked. */
export function describeFailing(chips: readonly Chip[], total: number): VerdictWords | null {
	const count = chips.find(({ id }) => id === 'fails')?.count;
	if (count === undefined) return null;
	if (count === 0) return { sentence: 'No project fails a check', tone: 'good' };
	const words = `${String(count)} of ${formatCount(total, 'project')}`;
	return { sentence: `${words} ${count === 1 ? 'fails' : 'fail'} a check`, tone: 'bad' };
}

/**
 * How many projects fit which chip. A project counts for each that it fits. That nothing fails is
 * said where something was checked; of the others only those that there are.
 */
export function checkChips(
	projects: readonly (readonly Pick<Check, 'id' | 'answer'>[])[],
): Required<Chip>[] {
	const chosen = projects.map(checkChoicesOf);
	const wasChecked = projects.flat().some(({ answer }) => answer !== 'unknown');
	return checkChoices.flatMap((id) => {
		const count = chosen.filter((choices) => choices.includes(id)).length;
		if (count === 0 && !(id === 'fails' && wasChecked)) return [];
		const { word: name, tone, mark = toneMarks[tone] } = checkChoiceWords[id];
		return { id, name, count, mark, tone };
	});
}
