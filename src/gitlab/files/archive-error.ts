import { inSeconds } from '#gitlab/transport/failure.ts';

/** An archive that came and cannot be read. The message is a sentence for people. */
export class ArchiveError extends Error {
	override name = 'ArchiveError';
	/** It is whole, and larger than an archive that is read. */
	isTooLarge = false;

	static damaged(cause: unknown): ArchiveError {
		return new ArchiveError('The archive is cut off or damaged.', { cause });
	}

	static tooLarge(maxBytes: number): ArchiveError {
		return beyond(`Unpacked, the archive is larger than ${inMebibytes(maxBytes)}.`);
	}

	static tooMuchSource(maxBytes: number): ArchiveError {
		return beyond(`The source in the archive is larger than ${inMebibytes(maxBytes)}.`);
	}

	static tooMany(maxEntries: number): ArchiveError {
		return beyond(`The archive has more than ${String(maxEntries)} files and folders.`);
	}
}

function beyond(message: string): ArchiveError {
	return Object.assign(new ArchiveError(message), { isTooLarge: true });
}

/** For messages: `512 MiB`. */
export function inMebibytes(bytes: number): string {
	return `${String(Number((bytes / (1024 * 1024)).toFixed(1)))} MiB`;
}

/** Source that came and could not be searched. The message goes on after its subject: `couldn't be read …`. */
export class ScanError extends Error {
	override name = 'ScanError';

	static outOfTime(timeMs: number): ScanError {
		return new ScanError(`couldn't be read in time: it was stopped after ${inSeconds(timeMs)}.`);
	}

	static outOfMemory(bytes: number): ScanError {
		return new ScanError(`couldn't be read: that takes more memory than ${inMebibytes(bytes)}.`);
	}

	static failed(why: string): ScanError {
		return new ScanError(`couldn't be read: ${why.replace(/\.$/, '')}.`);
	}
}
