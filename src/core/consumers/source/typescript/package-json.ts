import { orUndefined } from '#core/base/or-undefined.ts';
import type { ClientLibrary } from '#model/api.ts';
import type { UsedClient } from '#model/evidence.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';

/** A name by which files import what is in a project, and where it may be, seen from its manifest. */
export interface ImportName {
	readonly name: string;
	/** With a star for what is behind the name, or else before that. */
	readonly places: readonly string[];
	/** The folder whose files it is for. Empty: for all. */
	readonly within: string;
}

/** Development too: a program that is bundled often has all its libraries there. */
const sections = ['dependencies', 'optionalDependencies', 'peerDependencies', 'devDependencies'];

/** The libraries that a package.json asks for, each once. A file that is no JSON asks for none. */
export function findDependencies(
	{ path: file, text }: SourceFile,
	libraries: readonly ClientLibrary[],
): UsedClient[] {
	const content = readJson(text);
	const found = new Map<string, UsedClient>();
	for (const section of sections) {
		for (const [name, version] of entriesOf(entriesOf(content).get(section))) {
			const library = libraries.find(
				(one) => one.language === 'typescript' && one.packages.includes(name),
			);
			if (!library || typeof version !== 'string' || found.has(name)) continue;
			found.set(name, {
				client: library.id,
				package: name,
				version: version === '' ? '*' : version,
				file,
				line: lineOf(text, section, name),
			});
		}
	}
	return [...found.values()];
}

/** What other packages of a project import a package by, and where its program may begin. */
export function readPackage({ text }: SourceFile): ImportName[] {
	const content = entriesOf(readJson(text));
	const [name, ...entries] = ['name', 'source', 'module', 'main'].map((key) => content.get(key));
	if (typeof name !== 'string' || name === '') return [];
	const written = entries.filter((one) => typeof one === 'string');
	// What a package is built into is left out: its source has the same name in another folder.
	const sources = written.map((one) => one.replace(/^(\.\/)?(dist|build|lib|out)\//, 'src/'));
	return [{ name, places: [...written, ...sources, '.', 'src', 'lib'], within: '' }];
}

const comments = /("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g;
const lastCommas = /("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g;

/** JSON, with comments and commas behind the last part as configurations have them. */
export function readJson(text: string): unknown {
	return orUndefined<unknown>(() =>
		JSON.parse(text.replace(comments, '$1').replace(lastCommas, '$1')),
	);
}

export function entriesOf(value: unknown): Map<string, unknown> {
	return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function lineOf(text: string, section: string, name: string): number {
	const start = Math.max(0, text.search(new RegExp(`"${section}"\\s*:\\s*\\{`)));
	const key = text.indexOf(JSON.stringify(name), start);
	return text.slice(0, Math.max(0, key)).split('\n').length;
}
