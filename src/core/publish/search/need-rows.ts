import { setApostrophes } from '#core/base/apostrophes.ts';
import { capitalise, withFullStop } from '#core/words/formats.ts';
import type { Contact } from '#model/contact.ts';
import type { SearchRow } from './search-rows.ts';

/**
 * What readers need, each with who answers and what to do: the shortest answer to many questions.
 *
 * @param page The address of the page that has them all, with the base path.
 */
export function findNeedRows({ sections }: Contact, page: string): SearchRow[] {
	return sections
		.flatMap(({ needs }) => needs)
		.map(({ id, title, answers, text, promise }) => ({
			kind: 'Contact',
			title: setApostrophes(title),
			url: `${page}#${id}`,
			state: setApostrophes(
				`${capitalise(answers)}: ${text}${promise ? ` Answer: ${withFullStop(promise)}` : ''}`,
			).replaceAll('`', ''),
		}));
}
