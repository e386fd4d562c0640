import { gzipSync } from 'node:zlib';

const block = 512;

interface Entry {
	name: string;
	/** `g` global header, `x` header for the next entry, `5` folder, `0` file. */
	type: 'g' | 'x' | '5' | '0';
	content: string;
}

/**
 * An archive as `git archive` makes it: a global header with the commit, folders as entries of
 * their own, and an extended header before each path that is too long for the old format.
 */
export function tarGz(
	folder: string,
	files: Readonly<Record<string, string>>,
	commit: string,
): Buffer {
	const paths = Object.keys(files).toSorted();
	const folders = new Set([
		`${folder}/`,
		...paths.flatMap((path) =>
			path
				.split('/')
				.slice(0, -1)
				.map((_, depth, parents) => `${folder}/${parents.slice(0, depth + 1).join('/')}/`),
		),
	]);
	const entries: Entry[] = [
		{ name: 'pax_global_header', type: 'g', content: paxRecord('comment', commit) },
		...[...folders].toSorted().map((name): Entry => ({ name, type: '5', content: '' })),
		...paths.map((path): Entry => ({
			name: `${folder}/${path}`,
			type: '0',
			content: files[path] ?? '',
		})),
	];
	return gzipSync(Buffer.concat([...entries.flatMap(toBlocks), Buffer.alloc(2 * block)]));
}

function toBlocks(entry: Entry): Buffer[] {
	if (Buffer.byteLength(entry.name) <= 100) return [headerOf(entry), padded(entry.content)];
	const long: Entry = {
		name: 'long.paxheader',
		type: 'x',
		content: paxRecord('path', entry.name),
	};
	const short: Entry = { ...entry, name: 'long.data' };
	return [...toBlocks(long), ...toBlocks(short)];
}

function headerOf({ name, type, content }: Entry): Buffer {
	const header = Buffer.alloc(block);
	header.write(name, 0);
	header.write(type === '5' ? '0000775\0' : '0000664\0', 100);
	header.write('0000000\0', 108);
	header.write('0000000\0', 116);
	header.write(`${octal(Buffer.byteLength(content))}\0`, 124);
	header.write(`${octal(0)}\0`, 136);
	header.write(type, 156);
	header.write('ustar\x0000', 257, 'latin1');
	header.write('root', 265);
	header.write('root', 297);
	// The checksum counts its own field as spaces.
	header.fill(' ', 148, 156);
	const sum = header.reduce((total, byte) => total + byte, 0);
	header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return header;
}

function padded(content: string): Buffer {
	const bytes = Buffer.from(content);
	return Buffer.concat([bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
}

function octal(number: number): string {
	return number.toString(8).padStart(11, '0');
}

/** `<length> key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): string {
	const rest = ` ${key}=${value}\n`;
	const bytes = Buffer.byteLength(rest);
	const length = bytes + String(bytes + String(bytes).length).length;
	return `${String(length)}${rest}`;
}
