import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/go';
import { ParsedFile } from '#core/consumers/source/engine/parsed-file.ts';
import type { SourceFile } from '#core/consumers/source/engine/scanner.ts';
import { findBindings, type Binding } from './bindings.ts';
import { findDeclarations, type Declaration } from './declarations.ts';
import type { GoProject } from './go-project.ts';
import { findImports, type GoImport } from './imports.ts';

export class GoFile extends ParsedFile<Binding> {
	/** The folder is the package. */
	readonly folder: string;
	/** Read without the parser: every file is asked for its imports, few for more. */
	readonly imports: readonly GoImport[];
	readonly project: GoProject;
	#declarations: ReadonlyMap<string, Declaration> | undefined;
	#declared: ReadonlySet<string> | undefined;

	constructor(source: SourceFile, project: GoProject) {
		super(source, { parse: ({ text }) => parser.parse(text), findNames: findBindings });
		this.project = project;
		this.folder = source.path.slice(0, Math.max(0, source.path.lastIndexOf('/')));
		this.imports = findImports(source.text);
	}

	get declarations(): ReadonlyMap<string, Declaration> {
		return (this.#declarations ??= findDeclarations(this));
	}

	/** What the file or its package declares by a word for that place. */
	findDeclared(word: SyntaxNode): ReturnType<GoProject['find']> {
		const name = this.read(word);
		const binding = this.findBinding(name, word.from);
		return binding ? { ...binding, file: this } : this.project.find(this.folder, name);
	}

	/** Whether a line looks as if it declared the name for the package. Read without the parser. */
	mayDeclare(name: string): boolean {
		// Most files have not even the word, and need not be read for all that they may declare.
		if (!this.#declared && !this.text.includes(name)) return false;
		this.#declared ??= new Set(
			[...this.text.matchAll(declaring)].flatMap(([, names = '']) => names.split(/,\s*/)),
		);
		return this.#declared.has(name);
	}
}

/** What lines begin with, behind a word that declares. */
const names = String.raw`[\p{L}\p{N}_]+(?:,\s*[\p{L}\p{N}_]+)*`;
const declaring = new RegExp(
	String.raw`^(?:(?:func|type|var|const)\s+|func\s*\([^)]{0,500}\)\s*|[ \t]*)(${names})`,
	'gmu',
);
