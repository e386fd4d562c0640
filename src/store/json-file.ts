import { readFile } from 'node:fs/promises';
import { reviveVisibly } from '#core/base/plain-text.ts';
import { InvalidDataError } from '#model/parse.ts';

/**
 * @param source What messages call it.
 * @param hint What to do about it, as a sentence.
 * @throws {InvalidDataError} when it cannot be read, or is not JSON.
 */
export async function readJsonFile(path: string, source: string, hint: string): Promise<unknown> {
	const text = await readFile(path, 'utf8').catch((cause: unknown) => {
		throw new InvalidDataError(`${source} cannot be read.\n${hint}`, { cause });
	});
	try {
		return JSON.parse(text, reviveVisibly);
	} catch (cause) {
		throw new InvalidDataError(`${source} is not valid JSON.\n${hint}`, { cause });
	}
}

/** One way of formatting, so that a difference between two files is a difference in the data. */
export function toJsonText(value: unknown): string {
	return `${JSON.stringify(value, null, 2)}\n`;
}
