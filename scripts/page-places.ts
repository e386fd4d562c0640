import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { toVisible } from '#core/base/plain-text.ts';
import type { PageMistake } from '#core/publish/pages/mistake.ts';
import { listFiles } from '#store/list-files.ts';
import { handbookPath } from '#store/page-files.ts';

/** A page, from the checkout, as sentences have it. */
export function nameOf(path: string): string {
	return `${handbookPath}/${toVisible(path)}`;
}

/** Files that are written as pages, and that nothing publishes because of how their names end. */
export async function findUnpublished(root: string): Promise<PageMistake[]> {
	const files = await listFiles(join(root, handbookPath));
	// As Hugo names the first page of a section.
	const isIndex = (path: string) => /(^|\/)_index\./.test(path);
	return files
		.filter((path) => /(^|\/)(_index|[^_./][^/]*)\.(mdx?|markdown|html?|rst|adoc|org)$/i.test(path))
		.filter((path) => isIndex(path) || !/\.mdx?$/.test(path))
		.map((path) => ({
			file: nameOf(path),
			what: `is not published. Expected ${isIndex(path) ? 'index.mdx' : 'a name that ends in .mdx or .md'}`,
			advice: 'Rename it, or move it out of the handbook.',
		}));
}

/** Folders and pages that are links of the file system: Git has no dates of what is behind them, and GitLab no editor. */
export async function findLinked(root: string): Promise<string[]> {
	const folder = join(root, handbookPath);
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	// Editors keep links to nowhere, whose names begin with a dot.
	const links = entries.filter((entry) => entry.isSymbolicLink() && !entry.name.startsWith('.'));
	const paths = links.map(({ parentPath, name }) => join(parentPath, name));
	const found = await Promise.all(
		paths.map(async (path) => {
			const target = await stat(path).catch(() => undefined);
			const isPlace = target?.isDirectory() === true || /\.mdx?$/.test(path);
			return isPlace ? [relative(folder, path)] : [];
		}),
	);
	return found.flat().toSorted();
}

export function toLinkMistake(path: string): PageMistake {
	return {
		file: nameOf(path),
		what: 'is a link to another place. Expected the folder or the page itself',
		advice:
			'Move it there: from behind a link, GitLab can edit no page, and Git knows no day of it.',
	};
}
