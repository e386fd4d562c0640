import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findNearest } from '#core/base/nearest.ts';
import { InvalidDataError } from '#model/parse.ts';

/** Windows hides the last one. */
const ending = /\.ya?ml(\.txt)?$/i;

/**
 * Refuses a YAML file that nothing reads: `plan.yml`, `poeple.yaml`. What it declares would be missing
 * from the site without a word.
 *
 * @param known From the root of the checkout: `content/registry/plan.yaml`.
 * @throws {InvalidDataError} that names each, and the one that was probably meant.
 */
export async function refuseUnreadFiles(
	root: string,
	folder: string,
	known: readonly string[],
): Promise<void> {
	const names = known.map((path) => basename(path));
	const there = await readdir(join(root, folder)).catch(() => []);
	const unread = there.filter((name) => ending.test(name) && !names.includes(name));
	if (unread.length === 0) return;
	const lines = unread.map((name) => {
		const meant = findNearest(name.replace(ending, '.yaml'), names);
		return `${folder}/${name} isn't read. Expected ${meant ?? names.join(', ')}.`;
	});
	throw new InvalidDataError(`${lines.join('\n')}\nRename it, or move it out of ${folder}.`);
}
