import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Every file below a folder by its path there, with `/` between folders. */
export async function readFiles(folder: string): Promise<Map<string, Buffer>> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name))
		.toSorted();
	const contents = await Promise.all(paths.map((path) => readFile(path)));
	return new Map(
		paths.map((path, index) => [
			path
				.slice(folder.length + 1)
				.split(sep)
				.join('/'),
			contents[index]!,
		]),
	);
}

/** As text: the search index is packed, and what is in it is published all the same. */
export function unpack(content: Buffer): string {
	const isPacked = content[0] === 0x1f && content[1] === 0x8b;
	return (isPacked ? gunzipSync(content) : content).toString('utf8');
}

/** Every file below a folder as text, unpacked. */
export async function readTexts(folder: string): Promise<Map<string, string>> {
	const files = await readFiles(folder);
	return new Map([...files].map(([path, content]) => [path, unpack(content)]));
}

/** Names of the texts that hold what is searched for. */
export function findHolders(texts: ReadonlyMap<string, string>, wanted: string | RegExp): string[] {
	return [...texts]
		.filter(([, text]) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)))
		.map(([name]) => name);
}
