import { pathsOf } from '#core/inventory/entries.ts';
import { findPageMistakes } from '#core/publish/handbook-pages.ts';
import { describeDeepPage } from '#core/base/nesting.ts';
import { toVisible } from '#core/base/plain-text.ts';
import { InvalidDataError } from '#model/parse.ts';
import { handbookPath, readPageFiles } from '#store/page-files.ts';
import { readRegistry } from '#store/registry.ts';

/**
 * Looks whether the pages of a checkout can be published, before anything is rendered.
 *
 * @returns how many there are.
 * @throws {InvalidDataError} that names each page that cannot, and what was expected.
 */
export async function refuseBadPages(root: string): Promise<number> {
	const { projects, redirects } = await readRegistry(root);
	const made = new Set([
		...projects.flatMap(pathsOf).map((path) => `projects/${path}`.toLowerCase()),
		...redirects.flatMap(({ from }) => from).map((address) => address.slice(1, -1).toLowerCase()),
	]);
	const files = await readPageFiles(root);
	for (const { path, deepLine } of files) {
		if (deepLine === undefined) continue;
		throw new InvalidDataError(describeDeepPage(`${handbookPath}/${toVisible(path)}`, deepLine));
	}
	const mistakes = findPageMistakes(files, { folder: handbookPath, made });
	if (mistakes.length === 0) return files.length;
	throw new InvalidDataError(
		[
			`${handbookPath} can't be published as it is.`,
			...mistakes.map((mistake) => `✖ ${mistake}.`),
			'Rename or move these pages, and restore what is missing from Git.',
		].join('\n'),
	);
}
