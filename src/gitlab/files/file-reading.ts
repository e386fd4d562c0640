import { kindOf, type FileKind } from '#core/inventory/file-kinds.ts';
import { isExcessive } from '#core/base/text-bounds.ts';
import { noteNeverRead } from '#core/inventory/unread-files.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import { findLocalIncludes } from './ci-config.ts';
import { parseCiYaml, type CiYaml } from './ci-yaml.ts';
import type { FilesRead } from './file-facts.ts';
import { KnownFiles } from './known-files.ts';

/** A project whose files are asked for. */
export interface FileQuestion {
	id: number;
	path: ProjectPath;
	branch: string;
	kinds: readonly FileKind[];
}

/** A file that is larger was made by a program, and reading it takes seconds. */
const fileBounds = { characters: 512 * 1024, lineCharacters: 20_000 };

/** How far the reading of a project's files has come. */
export class FileReading implements FilesRead {
	readonly question: FileQuestion;
	readonly known = new KnownFiles();
	readonly texts = new Map<string, string>();
	/** Texts that GraphQL gave, whether they count or not. */
	readonly given = new Map<string, string>();
	/** Folders of which GitLab has not told all. They are not asked for again. */
	readonly brokenFolders = new Set<string>();
	/** False as soon as GraphQL has told nothing of the project. */
	asksGraphql = true;
	/** GitLab does not show some of the files to strangers. */
	isHidden = false;
	readonly #unread = new Set<string>();
	/** By text: each is understood once. */
	readonly #parsed = new Map<string, CiYaml | undefined>();
	readonly #includes = new Map<string, readonly string[]>();

	constructor(question: FileQuestion) {
		this.question = question;
	}

	get unread(): readonly string[] {
		return [...this.#unread];
	}

	readonly parseCi = (text: string): CiYaml | undefined => {
		if (!this.#parsed.has(text)) {
			this.#parsed.set(text, isExcessive(text, fileBounds) ? undefined : parseCiYaml(text));
		}
		return this.#parsed.get(text);
	};

	/** The files that a CI file includes, as it names them. */
	includesOf(text: string): readonly string[] {
		const includes = this.#includes.get(text) ?? findLocalIncludes(text, this.parseCi);
		this.#includes.set(text, includes);
		return includes;
	}

	/** A file is read. */
	accept(file: string, text: string): void {
		if (isExcessive(text, fileBounds)) this.leaveTooLarge(file);
		else this.texts.set(file, text);
	}

	leaveTooLarge(file: string): void {
		this.leaveUnread([noteNeverRead('too large', file)]);
	}

	leaveUnread(files: Iterable<string>): void {
		for (const file of files) this.#unread.add(file);
	}

	/** CI files are understood together: those that were read tell nothing without the others. */
	leaveCi(): void {
		for (const file of this.texts.keys()) if (isCi(file)) this.texts.delete(file);
		this.#leaveCiAs('.gitlab-ci.yml');
	}

	/** What is read of the CI files is all that any pull reads. */
	closeCi(): void {
		this.#leaveCiAs(noteNeverRead('too many'));
	}

	#leaveCiAs(unread: string): void {
		for (const file of this.#unread) if (isCi(file)) this.#unread.delete(file);
		this.#unread.add(unread);
	}
}

function isCi(file: string): boolean {
	return kindOf(file) === '.gitlab-ci.yml';
}
