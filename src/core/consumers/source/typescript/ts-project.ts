import type { ClientLibrary } from '#model/api.ts';
import type { TsFile } from './ts-file.ts';

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** The files of one project, and what they import. */
export class TsProject {
	readonly #libraries: readonly ClientLibrary[];
	readonly #files = new Map<string, TsFile>();

	constructor(libraries: readonly ClientLibrary[]) {
		this.#libraries = libraries;
	}

	add(file: TsFile): void {
		this.#files.set(file.path, file);
	}

	findLibrary(specifier: string): ClientLibrary | undefined {
		return this.#libraries.find(({ packages }) => packages.includes(specifier));
	}

	/** The client libraries that a file imports. */
	librariesOf(file: TsFile): ClientLibrary[] {
		return file.imports.flatMap((specifier) => this.findLibrary(specifier) ?? []);
	}

	/** The client libraries that the files import which a file imports. */
	librariesBehind(file: TsFile): ClientLibrary[] {
		return file.imports.flatMap((specifier) => {
			const imported = this.findFile(file, specifier);
			return imported ? this.librariesOf(imported) : [];
		});
	}

	/** The file of the project that an import means. */
	findFile(from: TsFile, specifier: string): TsFile | undefined {
		if (specifier.startsWith('.')) return this.#findAt(resolve(from.path, specifier));
		const [, below] = /^(?:@|~|#|src)\/?(.+)$/.exec(specifier) ?? [];
		if (below === undefined || specifier.startsWith('@') !== specifier.startsWith('@/')) {
			return undefined;
		}
		// An alias stands for some folder of source: the configuration that says which is not read.
		return this.#findAt(`src/${below}`) ?? this.#findAt(below);
	}

	/** Whether an import means something that is not of the project. */
	isForeign(specifier: string): boolean {
		return !/^[.~#]|^@\/|^src\//.test(specifier);
	}

	#findAt(path: string): TsFile | undefined {
		const bare = path.replace(/\.[cm]?jsx?$/, '');
		for (const stem of [path, bare, `${path}/index`]) {
			for (const ending of endings) {
				const file = this.#files.get(stem + ending);
				if (file) return file;
			}
		}
		return undefined;
	}
}

function resolve(from: string, specifier: string): string {
	const parts = from.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
