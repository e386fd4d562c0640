import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/go';
import type { Names } from '#core/source/names.ts';
import { Lines, type ParsedSource } from '#core/source/syntax.ts';
import type { SourceFile } from '#core/source/scanner.ts';
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

	/** What a name means inside a function. `undefined`: it is not declared there. */
	findBinding(name: string, at: number): Binding | undefined {
		return (this.#bindings ??= findBindings(this)).find(name, at);
	}
}

/** A node with the file that has it. */
export interface Placed {
	readonly node: SyntaxNode;
	readonly file: GoFile;
}
