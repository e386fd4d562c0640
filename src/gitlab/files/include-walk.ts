import { noteNeverRead } from '#core/inventory/unread-files.ts';
import { isReadablePath } from './ci-config.ts';
import type { FileReading } from './file-reading.ts';

/** CI files include others, and those others again. */
export const includeLevels = 2;
/** More included files of one project than this are not read. */
const maxIncludes = 20;

/** Follows what a project's CI files include, level by level. */
export class IncludeWalk {
	readonly #reading: FileReading;
	readonly #textOf: (file: string) => string | undefined;
	readonly #taken = new Set<string>(['.gitlab-ci.yml']);
	/** Those among them that came last. */
	#newest: readonly string[] = ['.gitlab-ci.yml'];

	constructor(reading: FileReading, textOf: (file: string) => string | undefined) {
		this.#reading = reading;
		this.#textOf = textOf;
	}

	/**
	 * Files that those that came last include, and that have not come before.
	 *
	 * `neverRead`: how those are noted that no pull reads.
	 */
	take(): { files: readonly string[]; neverRead: readonly string[] } {
		const named = this.#newest.flatMap((file) => {
			const text = this.#textOf(file);
			return text === undefined ? [] : this.#reading.includesOf(text);
		});
		const found = [...new Set(named)].filter((file) => !this.#taken.has(file));
		const readable = found.filter(isReadablePath);
		const files = readable.slice(0, maxIncludes + 1 - this.#taken.size);
		for (const file of files) this.#taken.add(file);
		this.#newest = files;
		return {
			files,
			neverRead: [
				...(found.length > readable.length ? [noteNeverRead('no plain path')] : []),
				...(readable.length > files.length ? [noteNeverRead('too many')] : []),
			],
		};
	}
}
