import fc from 'fast-check';

const surrogates = { from: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as `binary` of fast-check, which makes a list of the million that there
 * are as soon as it is used, in each worker.
 */
export const anyCharacter = fc
	.nat(0x10ffff - surrogates.count)
	.map((index) => String.fromCodePoint(toCodePoint(index)), toIndex);

function toCodePoint(index: number): number {
	return index < surrogates.from ? index : index + surrogates.count;
}

function toIndex(text: unknown): number {
	const [character, ...others] = typeof text === 'string' ? text : [];
	if (character === undefined || others.length > 0) throw new Error('This is no one character.');
	const point = character.codePointAt(0)!;
	return point < surrogates.from ? point : point - surrogates.count;
}
