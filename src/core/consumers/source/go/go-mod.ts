import type { ClientLibrary } from '#model/api.ts';
import type { UsedClient } from '#model/evidence.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';

/** A line of go.mod that says something, in a block or by itself. */
export interface Directive {
	verb: string;
	/** The rest of the line behind the verb, without the comment. */
	words: string[];
	indirect: boolean;
	line: number;
}

/**
 * The libraries that a go.mod requires. What is only there for another module (`// indirect`) is none.
 * Package and version are those of a `replace` with a version, since that is what is built: a fork has
 * versions of its own.
 */
export function findRequiredModules(
	{ path: file, text }: SourceFile,
	libraries: readonly ClientLibrary[],
): UsedClient[] {
	const directives = parseDirectives(text);
	const replacing = directives.filter(({ verb }) => verb === 'replace');
	return directives.flatMap(({ verb, words: [module = '', version = ''], indirect, line }) => {
		const library = findLibrary(module, libraries);
		if (verb !== 'require' || indirect || version === '' || !library) return [];
		const own = { client: library.id, package: module, version, file, line };
		return [{ ...own, ...findReplacement(own, replacing) }];
	});
}

/** The path that other modules import this one by. `undefined`: the file has none. */
export function findModulePath(text: string): string | undefined {
	return parseDirectives(text).find(({ verb }) => verb === 'module')?.words[0];
}

/** The library whose package or module that is. */
export function findLibrary(
	path: string,
	libraries: readonly ClientLibrary[],
): ClientLibrary | undefined {
	return libraries.find(
		({ language, packages }) => language === 'go' && packages.some(isVersionOf(path)),
	);
}

/** Whether a module is one that is declared. Its major versions have paths of their own: `example.com/tool/v2`. */
export function isVersionOf(module: string): (declared: string) => boolean {
	const bare = module.replace(/\/v\d+$/, '');
	return (declared) => declared === module || declared === bare;
}

function findReplacement(
	{ package: module, version }: Pick<UsedClient, 'package' | 'version'>,
	replacing: readonly Directive[],
): Pick<UsedClient, 'package' | 'version' | 'line'> | undefined {
	for (const { words, line } of replacing) {
		const arrow = words.indexOf('=>');
		const [replaced, only = version] = words.slice(0, arrow);
		const [by, byVersion] = words.slice(arrow + 1);
		if (arrow > 0 && replaced === module && only === version && by && byVersion) {
			return { package: by, version: byVersion, line };
		}
	}
	return undefined;
}

/** @see https://go.dev/ref/mod#go-mod-file */
export function parseDirectives(text: string): Directive[] {
	/** The directive whose lines are in parentheses, while we are between them. */
	let block: string | undefined;
	return text.split('\n').flatMap((row, index) => {
		const [code = '', comment = ''] = row.split('//', 2);
		const words = toWords(code);
		const [first, second] = words;
		if (first === undefined) return [];
		if (first === ')') {
			block = undefined;
			return [];
		}
		if (block === undefined && second === '(') {
			block = words.includes(')') ? undefined : first;
			return [];
		}
		const own =
			block === undefined ? { verb: first, words: words.slice(1) } : { verb: block, words };
		return [{ ...own, indirect: /^\s*indirect\b/.test(comment), line: index + 1 }];
	});
}

function toWords(code: string): string[] {
	const words = code.replaceAll(/[()]/g, ' $& ').split(/\s+/);
	return words.filter((word) => word !== '').map((word) => word.replaceAll(/["`]/g, ''));
}
