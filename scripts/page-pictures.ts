import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeAddress } from '#core/publish/pages/links.ts';
import type { LocalMistake, PageLink } from '#core/publish/pages/page-parts.ts';

/**
 * Pictures of a page that Astro can't read, with which it would end a render: there is none, or what Git LFS puts in
 * place of one.
 *
 * @param folder That of the page, from which it names them.
 */
export async function findPictureMistakes(
	folder: string,
	images: readonly PageLink[],
): Promise<LocalMistake[]> {
	if (images.length === 0) return [];
	const { imageMetadata } = await import('astro/assets/utils');
	const mistakes = images.map(async ({ address, line }): Promise<LocalMistake[]> => {
		try {
			await imageMetadata(await readFile(join(folder, decodeAddress(address))));
			return [];
		} catch {
			const what = `shows ${address}, which isn't a picture that can be read. Expected a file beside the page's, or in its folders`;
			return [{ line, what, advice, stops: 'page' }];
		}
	});
	return (await Promise.all(mistakes)).flat();
}

const advice =
	'Put the picture there, or correct the address. With Git LFS, fetch it first: git lfs pull.';
