import fc from 'fast-check';
import { anyCharacter } from '../../../../any-character.ts';

const stumblingBlocks = fc.constantFrom(
	...['a', '"', ',', ';', '\n', '\r', '\r\n', '\t', '\v', ' ', "'", '=', '\u0085', '\u2028'],
);

/** Any text, and often one that a reader of tables could stumble over. */
export const hostileText = fc.oneof(
	fc.string({ unit: anyCharacter, maxLength: 8 }),
	fc.string({ unit: stumblingBlocks, maxLength: 8 }),
);

/** A value of the same shape, in which each text is another one. */
export function withTexts(value: unknown, nextText: () => string): unknown {
	if (typeof value === 'string') return nextText();
	if (Array.isArray(value)) return value.map((one) => withTexts(one, nextText));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, withTexts(one, nextText)]),
	);
}
