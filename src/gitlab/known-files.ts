/** What is known of the files of a project, told by its trees or by GraphQL. */
export class KnownFiles {
	/** Kinds by path of what is in a folder. The root is ''. */
	readonly #folders = new Map<string, ReadonlyMap<string, string>>();
	readonly #told = new Map<string, boolean>();

	addFolder(folder: string, entries: readonly { path: string; type: string }[]): void {
		this.#folders.set(folder, new Map(entries.map(({ path, type }) => [path, type])));
	}

	tell(file: string, isThere: boolean): void {
		this.#told.set(file, isThere);
	}

	/** `undefined`: not known before its folder is. */
	has(file: string): boolean | undefined {
		const told = this.#told.get(file);
		if (told !== undefined) return told;
		let child = file;
		while (child !== '') {
			const folder = folderOf(child);
			const type = this.#folders.get(folder)?.get(child);
			if (this.#folders.has(folder)) {
				if (child === file) return type === 'blob';
				// The folder that leads to the file.
				return type === 'tree' ? undefined : false;
			}
			child = folder;
		}
		return undefined;
	}
}

/** '' for what is at the root. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
