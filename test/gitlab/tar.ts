import { gzipSync } from 'node:zlib';

const block = 512;

interface Entry {
	name: string;
	/** `g` global header, `x` header for the next entry, `5` folder, `2` link, `0` file. */
	type: 'g' | 'x' | '5' | '2' | '0';
	content: string;
	/** Of a link. */
	target?: string;
}

type Texts = Readonly<Record<string, string>>;

/**
 * An archive as `git archive` makes it: a global header with the commit, folders as entries of
 * their own, and an extended header before each path that is too long for the old format.
 *
 * Stray entries keep their names as they are, which git would not do.
 */
export function tarGz(
	folder: string,
	{ files, links = {}, stray = {} }: { files: Texts; links?: Texts; stray?: Texts },
	commit: string,
): Buffer {
	const paths = Object.keys({ ...files, ...links }).toSorted();
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
		...Object.entries(stray).map(([name, content]): Entry => ({ name, type: '0', content })),
		...paths.map((path): Entry => {
			const name = `${folder}/${path}`;
			const target = links[path];
			return target === undefined
				? { name, type: '0', content: files[path] ?? '' }
				: { name, type: '2', content: '', target };
		}),
	];
	return gzipSync(asRecords(Buffer.concat(entries.flatMap(toBlocks))));
}

/** The end is two empty blocks, and what fills the last record of twenty. */
function asRecords(blocks: Buffer): Buffer {
	const record = 20 * block;
	const length = Math.ceil((blocks.length + 2 * block) / record) * record;
	return Buffer.concat([blocks, Buffer.alloc(length - blocks.length)]);
}

function toBlocks(entry: Entry): Buffer[] {
	const { name, target = '' } = entry;
	const isLong = (text: string): boolean => Buffer.byteLength(text) > 100;
	if (!isLong(name) && !isLong(target)) return [headerOf(entry), padded(entry.content)];
	const long: Entry = {
		name: 'long.paxheader',
		type: 'x',
		content: [
			...(isLong(name) ? [paxRecord('path', name)] : []),
			...(isLong(target) ? [paxRecord('linkpath', target)] : []),
		].join(''),
	};
	const short: Entry = {
		...entry,
		name: isLong(name) ? 'long.data' : name,
		target: isLong(target) ? 'see long.paxheader' : target,
	};
	return [...toBlocks(long), ...toBlocks(short)];
}

function headerOf({ name, type, content, target = '' }: Entry): Buffer {
	const header = Buffer.alloc(block);
	header.write(name, 0);
	header.write(type === '5' ? '0000775\0' : type === '2' ? '0120777\0' : '0000664\0', 100);
	header.write('0000000\0', 108);
	header.write('0000000\0', 116);
	header.write(`${octal(Buffer.byteLength(content))}\0`, 124);
	header.write(`${octal(0)}\0`, 136);
	header.write(type, 156);
	header.write(target, 157);
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
