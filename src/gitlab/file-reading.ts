import type { ProjectPath } from '#model/identifiers.ts';
import { findLocalIncludes, isReadablePath } from './ci-config.ts';
import type { FileKind, FilesRead } from './file-facts.ts';
import { KnownFiles } from './known-files.ts';

/** A project whose files are asked for. */
export interface FileQuestion {
	id: number;
	path: ProjectPath;
	branch: string;
	kinds: readonly FileKind[];
}

/** More files of one project than this are not read. */
const maxIncludes = 20;

/** How far the reading of a project's files has come. */
export class FileReading implements FilesRead {
	readonly question: FileQuestion;
	readonly known = new KnownFiles();
	readonly texts = new Map<string, string>();
	/** Texts that GraphQL gave, whether they count or not. */
	readonly given = new Map<string, string>();
	/** False as soon as GraphQL has told nothing of the project. */
	asksGraphql = true;
	/** GitLab does not show some of the files to strangers. */
	isHidden = false;
	readonly #unread = new Set<string>();
	/** CI files that have been looked for. */
	readonly #included = new Set<string>(['.gitlab-ci.yml']);
	/** Those among them that have come last. */
	#newest: readonly string[] = ['.gitlab-ci.yml'];

	constructor(question: FileQuestion) {
		this.question = question;
	}

	get unread(): readonly string[] {
		return [...this.#unread];
	}

	leaveUnread(files: Iterable<string>): void {
		for (const file of files) this.#unread.add(file);
	}

	/** Files that those that came last include, and that have not been looked for. */
	takeIncludes(): string[] {
		const found = this.#findIncludes().filter(isReadablePath);
		const taken = found.slice(0, maxIncludes + 1 - this.#included.size);
		this.leaveUnread(found.slice(taken.length));
		for (const file of taken) this.#included.add(file);
		this.#newest = taken;
		return taken;
	}

	/** Those that came last are the last to be read: what they include stays unread. */
	closeIncludes(): void {
		this.leaveUnread(this.#findIncludes());
	}

	#findIncludes(): string[] {
		const files = this.#newest.flatMap((file) => findLocalIncludes(this.texts.get(file) ?? ''));
		const found = [...new Set(files)].filter((file) => !this.#included.has(file));
		this.leaveUnread(found.filter((file) => !isReadablePath(file)));
		return found;
	}
}
