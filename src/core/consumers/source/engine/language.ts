import type { SyntaxNode } from '@lezer/common';
import type { ClientLibrary, SourceLanguage } from '#model/api.ts';
import type { Evaluator, ExpressionGrammar } from './evaluator.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { SourceFile } from './scanner.ts';
import type { TextGrammar } from './text-grammar.ts';
import type { Expression } from './value.ts';

export interface Project<File> {
	/** @param mayCall What calls nothing is kept only for what it declares. */
	add(source: SourceFile, mayCall: boolean): File;
	addManifest(manifest: SourceFile): void;
	files(): Iterable<File>;
	/** The units that a file imports. */
	importedBy(file: File): readonly string[];
}

/** What may be a method of a client. */
export interface Candidate<File> {
	readonly value: Expression<File>;
	readonly name: SyntaxNode;
	/** Whether it can be nothing but a method, also where no endpoint names it. */
	readonly isMethod: boolean;
	/** The call, where its options tell endpoints apart. */
	readonly call?: SyntaxNode | undefined;
}

/** How a language is read. What it does not say here is the same for all of them. */
export interface Language<File extends ParsedFile> {
	readonly id: SourceLanguage;
	/** Whether the names of methods alone are telling: `ListCars` is, `all` is not. */
	readonly withMethods: boolean;
	readonly expressions: ExpressionGrammar<File>;
	readonly texts: TextGrammar<File>;
	/** Lines that open a function, the first group is what they are indented by. */
	readonly opening: RegExp;
	/** Nodes that may be methods of a client. */
	readonly members: ReadonlySet<string>;

	/** The part of a file that is a program. By default, all of it. */
	programOf?(file: SourceFile): SourceFile;
	startProject(libraries: readonly ClientLibrary[]): Project<File>;
	/** When a file is part of the program. `null`: always. */
	conditionOf?(file: File): string | null;
	findCandidate(node: SyntaxNode, file: File): Candidate<File> | undefined;
	/** The names of the options that a call gives. `null`: it cannot be told. */
	readOptions?(call: SyntaxNode, file: File, evaluator: Evaluator<File>): string[] | null;
	/**
	 * Libraries that what nobody can tell in a file may be of: those that are imported `near` it, and
	 * those that are `known` to be used somewhere, for methods that endpoints name.
	 */
	librariesOf(file: File): { near: readonly ClientLibrary[]; known: readonly ClientLibrary[] };
}
