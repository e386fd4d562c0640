import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlockFile } from '#core/publish/pages/blocks.ts';
import { listFiles } from './list-files.ts';

const folders = ['blocks', 'components'];

/**
 * The blocks and components of a checkout by what a page imports: `#blocks/People.astro`.
 *
 * @param imported Which of them are read: the others are only there.
 */
export async function readBlockFiles(
	root: string,
	imported: ReadonlySet<string>,
): Promise<Map<string, BlockFile | undefined>> {
	const names = await Promise.all(
		folders.map(async (folder) => {
			const files = await listFiles(join(root, 'src', folder));
			return files.filter((file) => file.endsWith('.astro')).map((file) => `#${folder}/${file}`);
		}),
	);
	const blocks = names.flat().map(async (name) => {
		if (!imported.has(name)) return [name, undefined] as const;
		const text = await readFile(join(root, 'src', name.slice(1)), 'utf8');
		return [name, readProps(text)] as const;
	});
	return new Map(await Promise.all(blocks));
}

/** `undefined`: it takes what others take, too. */
function readProps(text: string): BlockFile | undefined {
	const [, body] = /^interface Props \{\n(.*?)^\}/ms.exec(text) ?? [];
	if (body === undefined)
		return /\bProps\b/.test(text) ? undefined : { required: [], optional: [] };
	const members = [...body.matchAll(/^\t(\w+)(\??):/gm)];
	const named = (mark: string) =>
		members.flatMap(([, name = '', sign]) => (sign === mark ? [name] : []));
	return { required: named(''), optional: named('?') };
}

const starlight = 'node_modules/@astrojs/starlight/dist/components.ts';

/** The components that Starlight has for pages, by what a page imports. */
export async function readPackageBlocks(root: string): Promise<Map<string, string[]>> {
	const text = await readFile(join(root, starlight), 'utf8').catch(() => '');
	const names = [...text.matchAll(/(\w+) \} from/g)].map(([, name = '']) => name);
	return new Map(names.length === 0 ? [] : [['@astrojs/starlight/components', names]]);
}
