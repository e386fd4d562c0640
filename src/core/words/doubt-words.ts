import type { Doubt } from '#core/doubt/page-doubt.ts';
import { describeCitedChange } from './cited-words.ts';

/** `a/b, which is now at a/c`. */
export function describeDoubt(doubt: Doubt): string {
	return doubt.kind === 'project'
		? `${doubt.cited.path}, ${describeCitedChange(doubt.cited)}`
		: `%${doubt.title}, which is closed`;
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
