import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { decodeAddress } from '#core/publish/pages/links.ts';
import type { LinkedPage } from './page-links.ts';

/**
 * Paths of the pictures beside these pages that Astro can read: what Git LFS puts in place of one, or half of one,
 * would end a render.
 */
export async function findPictures(
	root: string,
	pages: readonly Pick<LinkedPage, 'file' | 'parts'>[],
): Promise<ReadonlySet<string>> {
	const paths = new Set(
		pages.flatMap(({ file, parts }) =>
			(parts?.images ?? []).map(({ address }) => join(root, dirname(file), decodeAddress(address))),
		),
	);
	if (paths.size === 0) return paths;
	const { imageMetadata } = await import('astro/assets/utils');
	const readable = await Promise.all(
		[...paths].map(async (path) => {
			const read = readFile(path).then((bytes) => imageMetadata(bytes, path));
			return read.then(
				() => [path],
				() => [],
			);
		}),
	);
	return new Set(readable.flat());
}
