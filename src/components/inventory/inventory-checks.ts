import type { AnswerCounts } from '#core/inventory/check.ts';
import { answerOrder, answerWords } from '#core/words/check-words.ts';
import { formatCount } from '#core/words/formats.ts';
import { checkChoices, type CheckChoice } from '#core/inventory/inventory-filter.ts';
import type { Wording } from '#core/words/tone.ts';

/** What is said of a project whose checks do not all hold, the gravest first. */
const worthSaying = answerOrder.filter((answer) => answer !== 'holds');

/** `All 9 hold`, or `2 broken` and `1 unknown`: each is marked for itself. At least one. */
export function checksWordings(counts: AnswerCounts): Wording[] {
	const said = worthSaying
		.filter((answer) => counts[answer] > 0)
		.map((answer) => ({
			word: `${String(counts[answer])} ${answer}`,
			tone: answerWords[answer].tone,
		}));
	if (said.length > 0) return said;
	if (counts.holds === 0) return [{ word: 'No check applies', tone: 'quiet' }];
	const word = counts.holds === 1 ? '1 holds' : `All ${String(counts.holds)} hold`;
	return [{ word, tone: answerWords.holds.tone }];
}

/** The choices that a project fits. */
export function checkChoicesOf(counts: AnswerCounts): CheckChoice[] {
	const said = worthSaying.filter((answer) => counts[answer] > 0);
	return said.length === 0 && counts.holds > 0 ? ['holds'] : said;
}

const sumWords: Record<CheckChoice, string> = {
	broken: 'a broken check',
	unknown: 'an unknown answer',
	exempt: 'an exempt check',
	holds: 'only checks that hold',
};

/**
 * How many projects have which answers: `12 projects have a broken check`. A project counts for
 * each of its answers. That nothing is broken is said; of the others only those that there are.
 */
export function sumWordings(projects: readonly AnswerCounts[]): Wording[] {
	const choices = projects.map(checkChoicesOf);
	return checkChoices.flatMap((choice) => {
		const count = choices.filter((one) => one.includes(choice)).length;
		if (count === 0 && choice !== 'broken') return [];
		if (count === 0)
			return { word: `No project has ${sumWords[choice]}`, tone: answerWords.holds.tone };
		const have = count === 1 ? 'has' : 'have';
		return {
			word: `${formatCount(count, 'project')} ${have} ${sumWords[choice]}`,
			tone: answerWords[choice].tone,
		};
	});
}
