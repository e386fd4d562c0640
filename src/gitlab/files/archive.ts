import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { ArchiveError } from './archive-error.ts';
import { findPlace, leadsOut } from './archive-path.ts';

/** Of one archive, unpacked. What is larger is not the source of a program. */
export interface ArchiveLimits {
	/** Of all that is in it. */
	maxBytes: number;
	/** Files, folders and links. */
	maxEntries: number;
	/** Of a file that is read. */
	maxFileBytes: number;
	/** Of all files that are read: who reads them may have to keep them. */
	maxReadBytes: number;
}

const mebibyte = 1024 * 1024;
export const archiveLimits: ArchiveLimits = {
	maxBytes: 512 * mebibyte,
	maxEntries: 100_000,
	maxFileBytes: 4 * mebibyte,
	maxReadBytes: 128 * mebibyte,
};

export interface ArchivedFile {
	/** From the root of the project. */
	path: string;
	text: string;
}

/** Files that were wanted and not read. */
export interface LeftOut {
	/** Larger than a file that is read may be. */
	tooLarge: string[];
	/** Links that lead out of the project, and names that would put a file elsewhere. */
	refused: string[];
}

export interface ArchiveQuestion {
	wants: (path: string) => boolean;
	limits: ArchiveLimits;
	/** Is added to. */
	leftOut: LeftOut;
}

/**
 * The wanted files of an archive (`.tar.gz`, all of it in one folder), one by one as they come: no
 * more than one is held, and none is written. Links are never followed: what they lead to within the
 * project comes by its own name.
 *
 * @throws {GitLabError} when the bytes stop coming.
 * @throws {ArchiveError} when the archive is not whole, or larger than the limits.
 */
export async function* readArchive(
	bytes: AsyncIterable<Uint8Array>,
	{ wants, limits, leftOut }: ArchiveQuestion,
): AsyncGenerator<ArchivedFile, void, undefined> {
	const { entries, failureOf } = unpack(bytes, limits);
	const reader = entries.getReader();
	const orFail = async <Value>(step: Promise<Value>): Promise<Value> => {
		try {
			return await step;
		} catch (error) {
			throw failureOf(error);
		}
	};
	try {
		let readBytes = 0;
		for (let count = 1; ; count += 1) {
			const { done, value: entry } = await orFail(reader.read());
			if (done) return;
			if (count > limits.maxEntries) throw ArchiveError.tooMany(limits.maxEntries);
			const path = judge(entry, { wants, limits, leftOut });
			if (path === undefined) {
				await orFail(drain(entry));
				continue;
			}
			readBytes += entry.header.size;
			if (readBytes > limits.maxReadBytes) throw ArchiveError.tooMuchSource(limits.maxReadBytes);
			yield { path, text: await orFail(readText(entry)) };
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/** Where the entry is, if it is a file to read. */
function judge(
	{ header }: Pick<ParsedTarEntry, 'header'>,
	{ wants, limits, leftOut }: ArchiveQuestion,
): string | undefined {
	const { name, type, size, linkname } = header;
	if (type === 'directory') return undefined;
	const { path, isInside } = findPlace(name);
	if (!wants(path)) return undefined;
	if (!isInside || (type !== 'file' && !(type === 'symlink' && !leadsOut(path, linkname)))) {
		leftOut.refused.push(path);
		return undefined;
	}
	if (type !== 'file') return undefined;
	if (size <= limits.maxFileBytes) return path;
	leftOut.tooLarge.push(path);
	return undefined;
}

function unpack(bytes: AsyncIterable<Uint8Array>, { maxBytes }: ArchiveLimits) {
	const source = toStream(bytes);
	let unpacked = 0;
	const count = new TransformStream<Uint8Array, Uint8Array>({
		transform: (chunk, controller) => {
			unpacked += chunk.byteLength;
			if (unpacked > maxBytes) throw ArchiveError.tooLarge(maxBytes);
			controller.enqueue(chunk);
		},
	});
	const entries = source.stream
		.pipeThrough(new DecompressionStream('gzip'))
		.pipeThrough(count)
		.pipeThrough(createTarDecoder({ strict: true }));
	return {
		entries,
		/** What unpacks the bytes says something of its own when they stop coming. */
		failureOf: (error: unknown): unknown =>
			source.failure() ?? (error instanceof ArchiveError ? error : ArchiveError.damaged(error)),
	};
}

/** To cancel an entry instead would take the next one from the decoder, too, when that has begun. */
async function drain({ body }: ParsedTarEntry): Promise<void> {
	const reader = body.getReader();
	while (!(await reader.read()).done);
}

/** All of an entry, in one piece of the size that it says it has. */
async function readText({ header, body }: ParsedTarEntry): Promise<string> {
	const bytes = new Uint8Array(header.size);
	let length = 0;
	const reader = body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return new TextDecoder().decode(bytes.subarray(0, length));
		bytes.set(value, length);
		length += value.length;
	}
}

function toStream(bytes: AsyncIterable<Uint8Array>) {
	const iterator = bytes[Symbol.asyncIterator]();
	let failure: unknown;
	const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
		pull: async (controller) => {
			try {
				const next = await iterator.next();
				if (next.done === true) controller.close();
				else controller.enqueue(new Uint8Array(next.value));
			} catch (error) {
				failure = error;
				throw error;
			}
		},
		cancel: async () => {
			await iterator.return?.();
		},
	});
	return { stream, failure: () => failure };
}
