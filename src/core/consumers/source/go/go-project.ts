import type { ClientLibrary } from '#model/api.ts';
import type { Project } from '#core/consumers/source/engine/language.ts';
import { addTo } from '#core/consumers/source/engine/names.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import type { Value } from '#core/consumers/source/engine/value.ts';
import type { Declaration } from './declarations.ts';
import { GoFile } from './go-file.ts';
import { findLibrary, findModulePath, findRequiredModules } from './go-mod.ts';
import { guessNames } from './imports.ts';

/** What a word before a dot is, unless it is a value. A package of the project is its folder. */
export type GoPackage = Value<GoFile> & { is: 'library' | 'module' | 'foreign' };

type Found = Declaration & { readonly file: GoFile };

/** So much source is kept that calls nothing itself, for the types that it may declare. */
const maxKeptCharacters = 64 * 1024 * 1024;

/** The Go files of one project, and what its packages declare. */
export class GoProject implements Project<GoFile> {
	readonly libraries: readonly ClientLibrary[];
	/** Libraries that the project requires or imports anywhere. */
	readonly known = new Set<ClientLibrary>();
	#kept = 0;
	readonly #folders = new Map<string, GoFile[]>();
	/** Folders of modules by the path that they are imported by. */
	readonly #modules = new Map<string, string>();
	readonly #found = new Map<string, Found | undefined>();

	constructor(libraries: readonly ClientLibrary[]) {
		this.libraries = libraries;
	}

	add(source: SourceFile, mayCall: boolean): GoFile {
		const file = new GoFile(source, this);
		const imported = this.librariesOf(file);
		for (const library of imported) this.known.add(library);
		if (!mayCall && imported.length === 0) {
			this.#kept += file.text.length;
			if (this.#kept > maxKeptCharacters) return file;
		}
		addTo(this.#folders, file.folder, file);
		return file;
	}

	addManifest(manifest: SourceFile): void {
		for (const { package: required } of findRequiredModules(manifest, this.libraries)) {
			const library = findLibrary(required, this.libraries);
			if (library) this.known.add(library);
		}
		const module = findModulePath(manifest.text);
		if (module !== undefined) this.#modules.set(module, manifest.path.replace(/\/?go\.mod$/, ''));
	}

	*files(): Iterable<GoFile> {
		for (const files of this.#folders.values()) yield* files;
	}

	/** The folders of the project's packages. */
	importedBy(file: GoFile): string[] {
		return file.imports.flatMap(({ path }) => {
			const imported = this.#packageAt(path, file);
			return imported.is === 'module' ? [imported.path] : [];
		});
	}

	librariesOf(file: GoFile): ClientLibrary[] {
		return file.imports.flatMap(({ path }) => findLibrary(path, this.libraries) ?? []);
	}

	/** The client libraries that a file imports, and then those of the other files of its package. */
	librariesNear(file: GoFile): ClientLibrary[] {
		const folder = this.#folders.get(file.folder) ?? [];
		return [file, ...folder].flatMap((one) => this.librariesOf(one));
	}

	/** What a word before a dot means as a package. `undefined`: the file imports none of that name. */
	findPackage(file: GoFile, name: string): GoPackage | undefined {
		const unnamed = file.imports.filter(({ alias }) => alias === undefined);
		const found =
			file.imports.find(({ alias }) => alias === name) ??
			unnamed.find(({ path }) => guessNames(path).includes(name)) ??
			// The name that a library gives itself need not be in its path.
			unnamed.find(({ path }) => findLibrary(path, this.libraries));
		return found && this.#packageAt(found.path, file);
	}

	#packageAt(path: string, file: GoFile): GoPackage {
		const library = findLibrary(path, this.libraries);
		if (library) return { is: 'library', library };
		for (const [module, folder] of this.#modules) {
			if (!`${path}/`.startsWith(`${module}/`)) continue;
			const parts = [folder, path.slice(module.length + 1)].filter((part) => part !== '');
			return { is: 'module', path: parts.join('/'), file };
		}
		return { is: 'foreign' };
	}

	/**
	 * What a package declares by a name: the same object each time.
	 *
	 * @param key The name as declarations have it, of a method with the type before it.
	 */
	find(folder: string, name: string, key = name): Found | undefined {
		const place = `${folder} ${key}`;
		if (!this.#found.has(place)) this.#found.set(place, this.#search(folder, name, key));
		return this.#found.get(place);
	}

	/** Parses only the files that have a line which looks like the declaration. */
	#search(folder: string, name: string, key: string): Found | undefined {
		for (const file of this.#folders.get(folder) ?? []) {
			const found = file.mayDeclare(name) ? file.declarations.get(key) : undefined;
			if (found) return { ...found, file };
		}
		return undefined;
	}
}
