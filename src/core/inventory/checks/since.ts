import type { Answer, CheckId } from '#model/checks.ts';
import type { ChecksOfDay } from '#model/history.ts';
import type { IsoDate } from '#model/identifiers.ts';
import type { Since } from '#core/base/kept-day.ts';
import { compareText } from '#model/order.ts';

/**
 * Since when a check of a project is broken, exempt or not: it is the same thing broken.
 *
 * Days that know no answer say nothing: they neither end a run nor begin one.
 *
 * @param history In any order, of one source.
 * @param paths The path of the project, and those that it had before.
 * @returns `undefined` when the newest known answer is another one, or there is none.
 */
export function findSince(
	history: readonly ChecksOfDay[],
	paths: readonly string[],
	check: CheckId,
): Since | undefined {
	let first: IsoDate | undefined;
	for (const checks of history.toSorted((a, b) => compareText(b.day, a.day))) {
		const answer = findAnswer(checks, paths, check);
		if (answer === 'holds')
			return first === undefined ? undefined : { day: first, isAtLeast: false };
		if (answer === 'broken' || answer === 'exempt') first = checks.day;
	}
	return first === undefined ? undefined : { day: first, isAtLeast: true };
}

function findAnswer(
	{ projects }: ChecksOfDay,
	paths: readonly string[],
	check: CheckId,
): Answer | undefined {
	const answers: Readonly<Record<string, ChecksOfDay['projects'][keyof ChecksOfDay['projects']]>> =
		projects;
	return paths.map((path) => answers[path]?.[check]).find((answer) => answer !== undefined);
}
