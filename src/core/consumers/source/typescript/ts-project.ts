import type { Project } from '#core/consumers/source/engine/language.ts';
import { addTo } from '#core/consumers/source/engine/names.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import type { ClientLibrary } from '#model/api.ts';
import { readPackage, type ImportName } from './package-json.ts';
import { TsFile } from './ts-file.ts';
import { readAliases } from './tsconfig.ts';

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** Such names are for some folder of source, which a configuration may say that is a program. */
const sourceName = /^(?:@\/|[~#]\/?|src\/|\$(?=lib\/))(.+)$/;

/** The files of one project, and what they import. */
export class TsProject implements Project<TsFile> {
	readonly #libraries: readonly ClientLibrary[];
	readonly #files = new Map<string, TsFile>();
	readonly #names = new Map<string, ImportName[]>();
	/** By the words of the import. Looked up once, when all files are there. */
	readonly #found = new Map<string, TsFile | undefined>();
	/** What each file imports, with what those hand on. */
	readonly #imported = new Map<TsFile, readonly string[]>();

	constructor(libraries: readonly ClientLibrary[]) {
		this.#libraries = libraries;
	}

	add(source: SourceFile): TsFile {
		const file = new TsFile(source, this);
		this.#files.set(file.path, file);
		return file;
	}

	addManifest(manifest: SourceFile): void {
		const read = manifest.path.endsWith('package.json') ? readPackage : readAliases;
		for (const found of read(manifest)) {
			const places = found.places.map((one) => resolve(manifest.path, one));
			addTo(this.#names, found.name, { ...found, places });
		}
	}

	findLibrary(specifier: string): ClientLibrary | undefined {
		const bare = specifier.replace(/\/dist(\/.*)?$/, '');
		return this.#libraries.find(({ packages }) => packages.includes(bare));
	}

	/** The client libraries that a file imports, and then those of the files that it imports. */
	librariesNear(file: TsFile): ClientLibrary[] {
		return [file, ...this.#importsOf(file)].flatMap(({ imports }) =>
			imports.flatMap((specifier) => this.findLibrary(specifier) ?? []),
		);
	}

	files(): Iterable<TsFile> {
		return this.#files.values();
	}

	/** Files, also those that an imported file hands on: `export * from './paths'`. */
	importedBy(file: TsFile): readonly string[] {
		const known = this.#imported.get(file);
		if (known) return known;
		const found = new Set([file]);
		for (const one of found) {
			if (one !== file && !one.handsOn) continue;
			for (const imported of this.#importsOf(one)) found.add(imported);
		}
		const paths = [...found].map(({ path }) => path);
		this.#imported.set(file, paths);
		return paths;
	}

	#importsOf(file: TsFile): readonly TsFile[] {
		return file.imports.flatMap((specifier) => this.findFile(file, specifier) ?? []);
	}

	/** The file of the project that an import means. */
	findFile(from: TsFile, specifier: string): TsFile | undefined {
		const key = `${from.path} ${specifier}`;
		if (!this.#found.has(key)) this.#found.set(key, this.#search(from, specifier));
		return this.#found.get(key);
	}

	#search(from: TsFile, specifier: string): TsFile | undefined {
		if (specifier.startsWith('.')) return this.#findAt(resolve(from.path, specifier));
		for (const name of beginningsOf(specifier)) {
			const part = specifier.slice(name.length).replace(/^(?=[^/])/, '/');
			const places = (this.#names.get(name) ?? [])
				.filter(({ within }) => from.path.startsWith(within))
				// The nearest configuration counts.
				.toSorted((a, b) => b.within.length - a.within.length)
				.flatMap((one) => one.places);
			for (const place of places) {
				const path = place.includes('*') ? place.replace('*', part.slice(1)) : place + part;
				const found = this.#findAt(path.replace(/^\//, ''));
				if (found) return found;
			}
		}
		const [, below] = sourceName.exec(specifier) ?? [];
		if (below === undefined) return undefined;
		// Of several programs in one project each has a folder of its own.
		return beginningsOf(from.path)
			.flatMap((folder) => [`${folder}/src/${below}`, `${folder}/${below}`])
			.map((path) => this.#findAt(path.replace(/^\//, '')))
			.find((found) => found !== undefined);
	}

	isForeign(specifier: string): boolean {
		if (specifier.startsWith('.') || sourceName.test(specifier)) return false;
		return !beginningsOf(specifier).some((name) => name !== '' && this.#names.has(name));
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

/** `@a/b/c`, `@a/b`, `@a` and nothing. */
function beginningsOf(specifier: string): string[] {
	const parts = specifier.split('/');
	return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

function resolve(from: string, specifier: string): string {
	const parts = from.split('/').slice(0, -1);
	for (const part of specifier.split('/')) {
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
