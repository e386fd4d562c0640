import type { SyntaxNode, Tree } from '@lezer/common';
import type { Declared, Names } from './names.ts';
import type { SourceFile } from './scanner.ts';
import { Lines } from './syntax.ts';

interface FileGrammar<Binding extends Declared> {
	parse(file: SourceFile): Tree;
	findNames(file: ParsedFile): Names<Binding>;
}

/** A file of source. It is parsed when something of it is first asked for. */
export class ParsedFile<Binding extends Declared = Declared> {
	readonly path: string;
	readonly text: string;
	#tree: Tree | undefined;
	#lines: Lines | undefined;
	#names: Names<Binding> | undefined;

	readonly #grammar: FileGrammar<Binding>;

	constructor({ path, text }: SourceFile, grammar: FileGrammar<Binding>) {
		this.path = path;
		this.text = text;
		this.#grammar = grammar;
	}

	get tree(): Tree {
		return (this.#tree ??= this.#grammar.parse(this));
	}

	/** Lets go of what was parsed: of all files together it would be several times their text. */
	release(): void {
		this.#tree = undefined;
		this.#lines = undefined;
		this.#names = undefined;
	}

	/** Counted from 1. */
	lineOf({ from }: Pick<SyntaxNode, 'from'>): number {
		return (this.#lines ??= new Lines(this.text)).at(from);
	}

	/** What the source writes there. */
	read({ from, to }: Pick<SyntaxNode, 'from' | 'to'>): string {
		return this.text.slice(from, to);
	}

	/** What a name means there. `undefined`: the file does not declare it for that place. */
	findBinding(name: string, at: number): Binding | undefined {
		return (this.#names ??= this.#grammar.findNames(this)).find(name, at);
	}
}

/** A node with the file that has it. */
export interface Placed<File> {
	readonly node: SyntaxNode;
	readonly file: File;
}
