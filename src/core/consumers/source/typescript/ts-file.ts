import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/javascript';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import type { Names } from '#core/consumers/source/engine/names.ts';
import { Lines, type ParsedSource } from '#core/consumers/source/engine/syntax.ts';
import { findTsBindings, type TsBinding } from './ts-bindings.ts';

const parsers = {
	typed: parser.configure({ dialect: 'ts' }),
	typedWithTags: parser.configure({ dialect: 'ts jsx' }),
	plain: parser.configure({ dialect: 'jsx' }),
};

/** A file of TypeScript or JavaScript. It is parsed when something of it is first asked for. */
export class TsFile implements ParsedSource {
	readonly path: string;
	readonly text: string;
	/** What it imports, by the words of the imports. Read without the parser. */
	readonly imports: readonly string[];
	#tree: Tree | undefined;
	#lines: Lines | undefined;
	#types: ReadonlyMap<string, SyntaxNode> | undefined;
	#bindings: Names<TsBinding> | undefined;

	constructor({ path, text }: SourceFile) {
		this.path = path;
		this.text = text;
		this.imports = findSpecifiers(text);
	}

	get tree(): Tree {
		return (this.#tree ??= parserOf(this.path).parse(this.text));
	}

	/** Lets go of what was parsed: of all files together it would be several times their text. */
	release(): void {
		this.#tree = undefined;
		this.#lines = undefined;
		this.#types = undefined;
		this.#bindings = undefined;
	}

	lineOf({ from }: SyntaxNode): number {
		return this.lineAt(from);
	}

	/** Counted from 1. */
	lineAt(offset: number): number {
		return (this.#lines ??= new Lines(this.text)).at(offset);
	}

	read({ from, to }: Pick<SyntaxNode, 'from' | 'to'>): string {
		return this.text.slice(from, to);
	}

	/** The declaration of a type that the file gives a name. */
	findType(name: string): SyntaxNode | undefined {
		this.#types ??= findTypes(this);
		return this.#types.get(name);
	}

	/** What a name means there. `undefined`: the file does not declare it. */
	findBinding(name: string, at: number): TsBinding | undefined {
		return (this.#bindings ??= findTsBindings(this)).find(name, at);
	}
}

/** A node with the file that has it. */
export interface TsPlaced {
	readonly node: SyntaxNode;
	readonly file: TsFile;
}

function parserOf(path: string) {
	if (path.endsWith('.tsx')) return parsers.typedWithTags;
	return /\.[cm]?ts$/.test(path) ? parsers.typed : parsers.plain;
}

function findTypes(file: ParsedSource): ReadonlyMap<string, SyntaxNode> {
	const found = new Map<string, SyntaxNode>();
	file.tree.iterate({
		enter({ name, node }) {
			if (!/^(Interface|TypeAlias)Declaration$/.test(name)) return;
			const defined = node.getChild('TypeDefinition');
			if (defined) found.set(file.read(defined), node);
		},
	});
	return found;
}

function findSpecifiers(text: string): string[] {
	const imports = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(['"])([^'"\n]+)\1/g;
	return [...text.matchAll(imports)].map(([, , specifier = '']) => specifier);
}
