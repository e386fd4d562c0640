import { isUtf8 } from 'node:buffer';
import { InvalidDataError } from '#model/parse.ts';

/**
 * The text of a file that somebody wrote.
 *
 * @param path From the root of the checkout.
 * @throws {InvalidDataError} when it is not UTF-8: its letters would become question marks on pages.
 */
export function readUtf8(bytes: Buffer, path: string): string {
	if (isUtf8(bytes)) return bytes.toString('utf8');
	throw new InvalidDataError(
		`${path} is not UTF-8, so its letters can't be told.\nSave it as UTF-8 in your editor.`,
	);
}
