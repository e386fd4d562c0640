import { inMebibytes } from './archive-error.ts';
import { inSeconds } from '#gitlab/transport/failure.ts';

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
