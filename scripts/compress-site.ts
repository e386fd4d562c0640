import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import pLimit from 'p-limit';

/** Of text. Pictures are compressed, and so is the search of texts. */
const endings = new Set('.css .csv .html .ics .js .json .md .svg .txt .xml'.split(' '));
const filesAtOnce = 8;

const ways = {
	// The best quality takes ten times as long, for a twentieth less.
	br: (content: Buffer) =>
		promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
	gz: (content: Buffer) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

/** Puts compressed copies beside each text that gets smaller by it: GitLab Pages sends those, and makes none. */
export async function compressSite(folder: string): Promise<void> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries
		.filter((entry) => entry.isFile() && endings.has(extname(entry.name)))
		.map((entry) => join(entry.parentPath, entry.name));
	await pLimit(filesAtOnce).map(files, compressFile);
}

async function compressFile(file: string): Promise<void> {
	const content = await readFile(file);
	for (const [ending, compress] of Object.entries(ways)) {
		const compressed = await compress(content);
		if (compressed.length < content.length) await writeFile(`${file}.${ending}`, compressed);
	}
}
