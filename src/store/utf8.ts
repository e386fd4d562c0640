import { orUndefined } from '#core/base/or-undefined.ts';
import { InvalidDataError } from '#model/parse.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file that somebody wrote.
 *
 * @param path From the root of the checkout.
 * @throws {InvalidDataError} when it is not UTF-8: its letters would become question marks on pages.
 */
export function readUtf8(bytes: Buffer, path: string): string {
	const text = orUndefined(() => decoder.decode(bytes));
	if (text !== undefined) return text;
	throw new InvalidDataError(
		`${path} is not UTF-8, so we can't read its letters.\nSave it as UTF-8 in your editor.`,
	);
}
