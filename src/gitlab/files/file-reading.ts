import { fileKinds, placesOf } from '#core/inventory/file-kinds.ts';
import { isExcessive } from '#core/base/text-bounds.ts';
import type { ProjectPath } from '#model/identifiers.ts';
import type { UnreadFile, WhyUnread } from '#model/project.ts';
import { findLocalIncludes } from './ci-config.ts';
import { parseCiYaml, type CiYaml } from './ci-yaml.ts';
import type { FilesRead } from './file-facts.ts';
import type { Blobs } from './graphql-files.ts';
import { mainCiFile, walkIncludes, type FoundFile, type KnownFiles } from './include-walk.ts';

/** A project whose files are asked for. */
export interface FileQuestion {
	id: number;
	path: ProjectPath;
	branch: string;
	/** Where files may be, as GraphQL has told it. */
	blobs?: Blobs;
}

/** A file that is larger was made by a program, and reading it takes seconds. */
const fileBounds = { characters: 512 * 1024, lineCharacters: 20_000 };

export function toFoundFile(text: string): FoundFile {
	return isExcessive(text, fileBounds) ? { why: 'too large' } : { text };
}

/** How far the reading of a project's files has come. */
export class FileReading {
	readonly question: FileQuestion;
	known: KnownFiles = new Map();
	/** What is not known: why not. `undefined`: the project has no such file, since all are known. */
	otherwise: WhyUnread | undefined = 'not got';
	/** GitLab does not show the files to strangers. */
	isHidden = false;
	/** By text: each is understood once. */
	readonly #parsed = new Map<string, CiYaml | undefined>();
	readonly #includes = new Map<string, readonly string[]>();

	constructor(question: FileQuestion) {
		this.question = question;
	}

	/** CI files that have to be known before it is clear which others count. */
	get missing(): readonly string[] {
		return this.#walk().missing;
	}

	/** What has been read, when nothing more is asked for. */
	finish(): FilesRead {
		const { isHidden } = this;
		const texts = new Map<string, string>();
		const unread: UnreadFile[] = [];
		const parseCi = this.#parseCi;
		if (isHidden) return { texts, unread, parseCi, isHidden };
		const { files, leftOut } = this.#walk();
		const others = fileKinds.filter((kind) => kind !== mainCiFile);
		for (const file of [...others.flatMap((kind) => this.#findPlaces(kind)), ...files]) {
			const found = this.#find(file);
			if (found && 'text' in found) texts.set(file, found.text);
			else if (found) unread.push({ file, ...found });
		}
		unread.push(...leftOut.map((why) => ({ file: null, why })));
		// An archive has many more than count.
		this.known = new Map();
		return { texts, unread, parseCi, isHidden };
	}

	#find(file: string): FoundFile {
		const { otherwise } = this;
		return this.known.get(file) ?? (otherwise && !this.known.has(file) ? { why: otherwise } : null);
	}

	/** The first that is there, and those before it that may be. */
	#findPlaces(kind: (typeof fileKinds)[number]): readonly string[] {
		const places = placesOf(kind);
		const first = places.findIndex((place) => this.known.get(place));
		return first < 0 ? places : places.slice(0, first + 1);
	}

	#walk() {
		return walkIncludes(this.known, (text) => {
			const includes = this.#includes.get(text) ?? findLocalIncludes(text, this.#parseCi);
			this.#includes.set(text, includes);
			return includes;
		});
	}

	readonly #parseCi = (text: string): CiYaml | undefined => {
		if (!this.#parsed.has(text)) this.#parsed.set(text, parseCiYaml(text));
		return this.#parsed.get(text);
	};
}
