import type { SyntaxNode, Tree } from '@lezer/common';
import { Names, type Declared } from './names.ts';
import type { SourceFile } from './scanner.ts';
import { countUpTo } from './syntax.ts';

interface FileGrammar<Binding extends Declared> {
	parse(file: SourceFile): Tree;
	findNames(file: ParsedFile): readonly (readonly [name: string, Binding])[];
}

/** A file of source. It is parsed when something of it is first asked for. */
export class ParsedFile<Binding extends Declared = Declared> {
	readonly path: string;
	readonly text: string;
	#tree: Tree | undefined;
	/** Where its lines begin. */
	#lines: readonly number[] | undefined;
	#names: Names<Binding> | undefined;

	/** What is parsed instead of the text: it has blanks where nothing matters. */
	#skimmed: string | undefined;
	#isWhole = false;
	readonly #grammar: FileGrammar<Binding>;

	constructor({ path, text }: SourceFile, grammar: FileGrammar<Binding>) {
		this.path = path;
		this.text = text;
		this.#grammar = grammar;
	}

	get tree(): Tree {
		return (this.#tree ??= this.#grammar.parse({
			path: this.path,
			text: (this.#isWhole ? undefined : this.#skimmed) ?? this.text,
		}));
	}

	/** Before anything of it was asked for: what is to be parsed in place of the text. */
	skim(text: string | undefined): void {
		this.#skimmed = text;
	}

	/** The same node with all that is in it, also where its file was skimmed. */
	wholeOf(node: SyntaxNode): SyntaxNode {
		const skimmed = this.#skimmed?.slice(node.from, node.to);
		if (skimmed === undefined || skimmed === this.read(node)) return node;
		if (!this.#isWhole) {
			this.#isWhole = true;
			this.release();
		}
		// The node may be one of the skimmed file, also where the whole was parsed since.
		let found: SyntaxNode | null = this.tree.resolveInner(node.from, 1);
		while (found && (found.name !== node.name || found.to !== node.to)) found = found.parent;
		return found ?? node;
	}

	/** Lets go of what was parsed: of all files together it would be several times their text. */
	release(): void {
		this.#tree = undefined;
		this.#lines = undefined;
		this.#names = undefined;
	}

	/** Counted from 1. */
	lineOf({ from }: Pick<SyntaxNode, 'from'>): number {
		this.#lines ??= [0, ...Array.from(this.text.matchAll(/\n/g), ({ index }) => index + 1)];
		return countUpTo(this.#lines, from, (start) => start);
	}

	read({ from, to }: Pick<SyntaxNode, 'from' | 'to'>): string {
		return this.text.slice(from, to);
	}

	/** What a name means there. `undefined`: the file does not declare it for that place. */
	findBinding(name: string, at: number): Binding | undefined {
		return (this.#names ??= new Names(this.#grammar.findNames(this))).find(name, at);
	}
}

export interface Placed<File> {
	readonly node: SyntaxNode;
	readonly file: File;
}

/** The same for the same place. */
export function placeOf({ node: { from, to }, file }: Placed<ParsedFile>): string {
	return `${file.path}#${String(from)}-${String(to)}`;
}
