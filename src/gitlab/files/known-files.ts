interface Entry {
	path: string;
	type: string;
}

interface Folder {
	types: ReadonlyMap<string, string>;
	/** The last entry that is known, when others may come behind it. */
	cutAfter: Entry | undefined;
}

/** What is known of the files of a project, told by its trees or by GraphQL. */
export class KnownFiles {
	/** What is in a folder. The root is ''. */
	readonly #folders = new Map<string, Folder>();
	readonly #told = new Map<string, boolean>();

	/** @param isWhole False: there may be more, in GitLab's order, which has folders first. */
	addFolder(folder: string, entries: readonly Entry[], isWhole = true): void {
		this.#folders.set(folder, {
			types: new Map(entries.map(({ path, type }) => [path, type])),
			cutAfter: isWhole ? undefined : entries.at(-1),
		});
	}

	tell(file: string, isThere: boolean): void {
		this.#told.set(file, isThere);
	}

	/** `undefined`: not known before its folder is, or because it may be behind what is known of it. */
	has(file: string): boolean | undefined {
		const told = this.#told.get(file);
		if (told !== undefined) return told;
		let child = file;
		while (child !== '') {
			const folder = folderOf(child);
			const known = this.#folders.get(folder);
			if (known) {
				const type = known.types.get(child);
				if (type === undefined && mayFollow(known.cutAfter, child, child === file))
					return undefined;
				if (child === file) return type === 'blob';
				// The folder that leads to the file.
				return type === 'tree' ? undefined : false;
			}
			child = folder;
		}
		return undefined;
	}

	/** The folder that would tell of a file. `undefined`: it is known. */
	folderToAsk(file: string): string | undefined {
		if (this.has(file) !== undefined) return undefined;
		// The root first: a folder that it does not have is not worth a request.
		return this.#folders.has('') ? folderOf(file) : '';
	}

	/** Whether what is around a folder shows it. */
	isListed(folder: string): boolean {
		return this.#folders.get(folderOf(folder))?.types.get(folder) === 'tree';
	}
}

function mayFollow(last: Entry | undefined, path: string, isFile: boolean): boolean {
	if (last === undefined) return false;
	const isLastFile = last.type !== 'tree';
	return isLastFile === isFile ? path > last.path : isFile;
}

/** '' for what is at the root. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
