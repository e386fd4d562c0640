import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/go';
import type { Names } from '#core/consumers/source/engine/names.ts';
import { Lines, type ParsedSource } from '#core/consumers/source/engine/syntax.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import { findBindings, type Binding } from './bindings.ts';
import { findDeclarations, type Declarations } from './declarations.ts';
import { findImports, type GoImport } from './imports.ts';

/** A file of Go. It is parsed when something of it is first asked for. */
export class GoFile implements ParsedSource {
	readonly path: string;
	readonly text: string;
	/** The folder is the package. */
	readonly folder: string;
	/** Read without the parser: every file is asked for its imports, few for more. */
	readonly imports: readonly GoImport[];
	#tree: Tree | undefined;
	#lines: Lines | undefined;
	#declarations: Declarations | undefined;
	#bindings: Names<Binding> | undefined;
	#declared: ReadonlySet<string> | undefined;

	constructor({ path, text }: SourceFile) {
		this.path = path;
		this.text = text;
		this.folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
		this.imports = findImports(text);
	}

	get tree(): Tree {
		return (this.#tree ??= parser.parse(this.text));
	}

	get declarations(): Declarations {
		return (this.#declarations ??= findDeclarations(this));
	}

	/** Lets go of what was parsed: of all files together it would be several times their text. */
	release(): void {
		this.#tree = undefined;
		this.#lines = undefined;
		this.#bindings = undefined;
	}

	lineOf({ from }: SyntaxNode): number {
		return (this.#lines ??= new Lines(this.text)).at(from);
	}

	read({ from, to }: Pick<SyntaxNode, 'from' | 'to'>): string {
		return this.text.slice(from, to);
	}

	/** Whether a line looks as if it declared the name for the package. Read without the parser. */
	mayDeclare(name: string): boolean {
		// Most files have not even the word, and need not be read for all that they may declare.
		if (!this.#declared && !this.text.includes(name)) return false;
		return (this.#declared ??= findDeclared(this.text)).has(name);
	}

	/** What a name means inside a function. `undefined`: it is not declared there. */
	findBinding(name: string, at: number): Binding | undefined {
		return (this.#bindings ??= findBindings(this)).find(name, at);
	}
}

const names = String.raw`[\p{L}\p{N}_]+(?:,\s*[\p{L}\p{N}_]+)*`;
const declaring = new RegExp(
	String.raw`^(?:(?:func|type|var|const)\s+(${names})|func\s*\([^)]{0,500}\)\s*([\p{L}\p{N}_]+)|[ \t]*(${names}))`,
	'gmu',
);

/** All that the lines of a file may declare: what they begin with, behind a word that declares. */
function findDeclared(text: string): ReadonlySet<string> {
	const found = new Set<string>();
	for (const [, declared, method, first] of text.matchAll(declaring)) {
		for (const name of (declared ?? method ?? first ?? '').split(/,\s*/)) found.add(name);
	}
	return found;
}

/** A node with the file that has it. */
export interface Placed {
	readonly node: SyntaxNode;
	readonly file: GoFile;
}
