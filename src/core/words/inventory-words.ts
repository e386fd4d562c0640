import { describeAge } from './ages.ts';
import { dayOf } from '#core/base/dates.ts';
import type { IsoDate, IsoInstant } from '#model/identifiers.ts';
import { answerWords } from './check-words.ts';
import { formatCount } from './formats.ts';
import type { Wording } from './tone.ts';
import type { CheckChoice, SortChoice } from '#core/inventory/inventory-choices.ts';

/** How old something is on a day: `today`, `1 day ago`, `3 months ago`. */
export function describeAgeOn(instant: IsoInstant, today: IsoDate): string {
	const ageMs = Date.parse(today) - Date.parse(dayOf(instant));
	return ageMs <= 0 ? 'today' : describeAge(ageMs);
}

/** What chips say before the number of projects. */
export const checkChoiceWords: Record<CheckChoice, Wording> = {
	fails: { ...answerWords.broken, word: 'Fail a check' },
	'old-release': { word: 'Behind on releases', tone: 'warn' },
	'not-checked': answerWords.unknown,
	exempt: answerWords.exempt,
	passes: { ...answerWords.holds, word: 'Pass all' },
};

export const sortWords: Record<SortChoice, string> = {
	registry: 'By group',
	name: 'By name',
	'newest-release': 'Newest release',
	'oldest-release': 'Oldest release',
	'newest-activity': 'Newest activity',
	'oldest-activity': 'Oldest activity',
};

/**
 * `12 of 36 projects (Fail a check, Go)`, and their order when it is not the registry's. On paper,
 * where the form is not, it is all that says why others are missing.
 *
 * @param filters What is chosen, in the words of the form.
 */
export function describeShown(
	shown: number,
	total: number,
	sort: SortChoice,
	filters: readonly string[] = [],
): string {
	const count = `${String(shown)} of ${formatCount(total, 'project')}`;
	const words = filters.length === 0 ? count : `${count} (${filters.join(', ')})`;
	if (sort === 'registry') return words;
	return `${words}, ${sortWords[sort].toLowerCase()}${sort === 'name' ? '' : ' first'}`;
}
