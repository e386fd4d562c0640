import { toPlainLine } from '#core/base/plain-text.ts';
import type { About } from '#model/snapshot.ts';
import { formatDay } from './formats.ts';
import { hostOf } from './links.ts';

interface WrongPage {
	/** Of the page. Where it is from GitLab, anybody can have written it. */
	title: string;
	address: string;
	about: Pick<About, 'sample' | 'source' | 'pulledAt'>;
}

/** The issue of a reader who found a mistake on a page, as far as the page can write it. */
export function describeWrongPage({ title, address, about }: WrongPage) {
	const data = about.sample ? 'sample data' : `data from ${hostOf(about.source)}`;
	// As code, it mentions nobody.
	const name = toPlainLine(title).replaceAll('`', "'");
	return {
		title: `Handbook: ${name}`,
		description: [
			`Page: \`${name}\``,
			`Address: ${address}`,
			`Snapshot: ${data}, ${formatDay(about.pulledAt)}`,
			'',
			'Section: ',
			"What's wrong, and where the right answer is: ",
		].join('\n'),
	};
}
