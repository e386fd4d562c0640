import type { SyntaxNode } from '@lezer/common';
import type { ClientLibrary } from '#model/api.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import type { DeclaredValue } from './declarations.ts';
import { GoFile, type Placed } from './go-file.ts';
import { findLibrary, findModulePath } from './go-mod.ts';
import { guessNames } from './imports.ts';

/** What a word before a dot stands for, where it is no value: `library`, a folder of the project, or foreign. */
export type GoPackage =
	| { readonly is: 'library'; readonly library: ClientLibrary }
	| { readonly is: 'own'; readonly folder: string }
	| { readonly is: 'foreign' };

/** The Go files of one project, and what its packages declare. */
export class GoProject {
	readonly libraries: readonly ClientLibrary[];
	readonly #folders = new Map<string, GoFile[]>();
	/** Folders of modules by the path that they are imported by. */
	readonly #modules = new Map<string, string>();
	readonly #found = new Map<string, Placed | null>();

	constructor(libraries: readonly ClientLibrary[]) {
		this.libraries = libraries;
	}

	add(file: GoFile): void {
		const folder = this.#folders.get(file.folder);
		if (folder) folder.push(file);
		else this.#folders.set(file.folder, [file]);
	}

	addModule({ path, text }: SourceFile): void {
		const module = findModulePath(text);
		if (module !== undefined) this.#modules.set(module, path.replace(/\/?go\.mod$/, ''));
	}

	/** The client libraries that a file imports. */
	librariesOf(file: GoFile): ClientLibrary[] {
		return file.imports.flatMap(({ path }) => findLibrary(path, this.libraries) ?? []);
	}

	/** The client libraries that any file of a package imports. */
	librariesNear(file: GoFile): ClientLibrary[] {
		return (this.#folders.get(file.folder) ?? []).flatMap((one) => this.librariesOf(one));
	}

	/** What a word before a dot means as a package. `undefined`: the file imports none of that name. */
	findPackage(file: GoFile, name: string): GoPackage | undefined {
		const found =
			file.imports.find(({ alias }) => alias === name) ??
			file.imports.find(
				({ alias, path }) => alias === undefined && guessNames(path).includes(name),
			);
		if (found) return this.#packageAt(found.path);
		// The name that a library gives itself need not be in its path.
		const unnamed = file.imports.find(
			({ alias, path }) => alias === undefined && findLibrary(path, this.libraries),
		);
		return unnamed && this.#packageAt(unnamed.path);
	}

	#packageAt(path: string): GoPackage {
		const library = findLibrary(path, this.libraries);
		if (library) return { is: 'library', library };
		for (const [module, folder] of this.#modules) {
			if (path === module) return { is: 'own', folder };
			if (path.startsWith(`${module}/`)) {
				const below = path.slice(module.length + 1);
				return { is: 'own', folder: folder === '' ? below : `${folder}/${below}` };
			}
		}
		return { is: 'foreign' };
	}

	findType(folder: string, name: string): Placed | undefined {
		return this.#find('type', folder, name, ({ declarations }) => declarations.types.get(name));
	}

	findFunction(folder: string, name: string): Placed | undefined {
		return this.#find('func', folder, name, ({ declarations }) => declarations.functions.get(name));
	}

	findMethod(folder: string, type: string, name: string): Placed | undefined {
		const method = `${type}.${name}`;
		return this.#find(type, folder, name, ({ declarations }) => declarations.methods.get(method));
	}

	/** A variable or constant of a package. */
	findValue(
		folder: string,
		name: string,
	): (DeclaredValue & Placed & { declared: DeclaredValue }) | undefined {
		const placed = this.#find(
			'value',
			folder,
			name,
			({ declarations }) => declarations.values.get(name)?.specification,
		);
		const value = placed?.file.declarations.values.get(name);
		return placed && value && { ...placed, ...value, declared: value };
	}

	/** Parses only the files that have a line which looks like the declaration. */
	#find(
		kind: string,
		folder: string,
		name: string,
		pick: (file: GoFile) => SyntaxNode | undefined,
	): Placed | undefined {
		const key = `${kind} ${folder} ${name}`;
		let found = this.#found.get(key);
		if (found === undefined) {
			found = null;
			for (const file of this.#folders.get(folder) ?? []) {
				const node = file.mayDeclare(name) ? pick(file) : undefined;
				if (node) {
					found = { node, file };
					break;
				}
			}
			this.#found.set(key, found);
		}
		return found ?? undefined;
	}
}
