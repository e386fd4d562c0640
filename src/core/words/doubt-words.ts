import type { Doubt } from '#core/doubt/page-doubt.ts';
import { describeCitedChange } from './cited-words.ts';

/** `a/b, which is now at a/c`. */
export function describeDoubt(doubt: Doubt): string {
	switch (doubt.kind) {
		case 'project':
			return `${doubt.cited.path}, ${describeCitedChange(doubt.cited)}`;
		case 'milestone':
			return `%${quote(doubt.title)}, which is closed`;
		case 'gone': {
			const sigil = doubt.what === 'label' ? '~' : '%';
			return `${sigil}${quote(doubt.title)}, which GitLab doesn't have`;
		}
		case 'rule':
			return `the rule “${doubt.title}”, which fails`;
		case 'endpoint':
			return `${doubt.title}, which is deprecated`;
	}
}

/** As GitLab writes a reference to a name that has more than letters and digits in it. */
function quote(name: string): string {
	return /^[\w.]+$/.test(name) ? name : `"${name}"`;
}

const shown = 3;

/** What a page says of itself, in a sentence. `null`: nothing. */
export function describeDoubts(doubts: readonly Doubt[]): string | null {
	if (doubts.length === 0) return null;
	const named = doubts.slice(0, shown).map(describeDoubt);
	const more = doubts.length - named.length;
	const rest = more > 0 ? [`and ${String(more)} more`] : [];
	return `It names ${[...named, ...rest].join('; ')}.`;
}
