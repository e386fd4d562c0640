import type { SyntaxNode } from '@lezer/common';
import type { Placed } from './parsed-file.ts';
import type { TextCall } from './text-purpose.ts';
import type { TextPiece } from './text.ts';

/** What a text is put together from: what is written out, other expressions, a format with its values. */
export type TextPart<File> =
	| TextPiece
	| SyntaxNode
	| { readonly format: SyntaxNode; readonly given: readonly SyntaxNode[] }
	/** It is written elsewhere. */
	| { readonly placed: Placed<File> };

/** What may name a method of HTTP. */
export interface MethodWord {
	readonly node: SyntaxNode;
	/** What it is in small letters: a method as well, one that alone makes no request of a call, or none. */
	readonly small: 'method' | 'said' | 'none';
}

export interface ReadCall extends Omit<TextCall, 'method' | 'said' | 'handler'> {
	/** Whether its name tells that it serves a route, or that it does not. */
	readonly isServed?: boolean | undefined;
	readonly words: readonly MethodWord[];
}

export interface TextParameter {
	readonly name: SyntaxNode;
	/** Of the argument that it takes. */
	readonly place: number;
	/** Of what it takes the field: the function takes the argument apart. */
	readonly field?: string;
	/** It takes all further arguments, as parts of a path do. */
	readonly isRest?: boolean;
	/** What it is for calls that do not give it. */
	readonly default?: SyntaxNode | undefined;
}

/** A field of an object, and what it is where the object has none. */
export interface TakenField {
	readonly object: SyntaxNode;
	readonly field: string;
	readonly default?: SyntaxNode | undefined;
}

/** A part of an object, or of what is written like one. */
export interface TextField {
	/** Empty: it has none. */
	readonly name: string;
	readonly value: SyntaxNode | undefined;
	readonly words: readonly MethodWord[];
	/** Otherwise it may have any name, or be several: `...options`. */
	readonly isNamed: boolean;
	/** What has it serves a route, unless this is a method of HTTP. By default, what has a function does. */
	readonly isServed?: boolean | undefined;
	/** It is of a page, unless a method of HTTP is beside it. */
	readonly isPage?: boolean;
}

/** How a language writes texts and hands them on. Names are nodes `VariableName` in all grammars. */
export interface TextGrammar<File> {
	/** Names of nodes. */
	readonly nodes: {
		readonly literal: ReadonlySet<string>;
		/** Around literals that are no texts of the program. */
		readonly noText: RegExp;
		readonly call: string;
		/** What may take a text from an object, a package or another file, as `paths.cars` does. */
		readonly taking: ReadonlySet<string>;
		readonly arguments: string;
		/** Between a text and an expression that is put into it. */
		readonly hole: ReadonlySet<string>;
		/** What puts texts together. */
		readonly joint: ReadonlySet<string>;
	};
	/** Names of nodes around a text, which tell what it is for. In all others it asks for nothing. */
	readonly holders: {
		readonly call: RegExp;
		readonly naming: RegExp;
		readonly field: RegExp;
		readonly return: RegExp;
		/** They tell nothing. */
		readonly open: RegExp;
	};
	/** Files of the same share their constants. */
	unitOf(file: File): string;
	/** `undefined`: it cannot be told. */
	partsOf(node: SyntaxNode, file: File): readonly TextPart<File>[] | undefined;
	/** The expressions of which one is chosen. Empty: it does not choose. */
	choicesOf?(node: SyntaxNode): readonly SyntaxNode[];
	/**
	 * Whether an expression is a text.
	 *
	 * @param inside The part of it that is one. Without it, the expression is the value of a constant.
	 */
	isText(node: SyntaxNode, file: File, inside?: SyntaxNode): boolean;
	/** The names among what a joint puts together. Empty: it joins none, or is no joint after all. */
	namesIn(joint: SyntaxNode, file: File): readonly SyntaxNode[];
	/** Whether it takes something from where its name is not declared. */
	takes(node: SyntaxNode, file: File): boolean;
	/** The same for a name where it is declared and where it is used. */
	keyOf(name: SyntaxNode, file: File): string;
	/** What a name is given where it is declared, or a member in its object or package. */
	valueOf(name: SyntaxNode, file: File): Placed<File> | undefined;
	calleeOf(call: SyntaxNode, file: File): Pick<TextCall, 'name' | 'receiver'>;
	readCall(call: SyntaxNode, file: File): ReadCall;
	readField(field: SyntaxNode, file: File): TextField;
	/** What a name or a member takes from an object: `o.method`, `const { method = 'GET' } = o`. */
	takenFrom?(node: SyntaxNode, file: File): TakenField | undefined;
	/** The fields of an object that is written out. `undefined`: it is none. */
	fieldsOf(node: SyntaxNode, file: File): readonly TextField[] | undefined;
	/**
	 * What is for what the text is for: the expression that chooses it among others, or hands it on,
	 * as `path.replace(':id', id)` does.
	 */
	handedBy(text: SyntaxNode, file: File): SyntaxNode | undefined;
	/** The name that a text is given. */
	targetOf(text: SyntaxNode, holder: SyntaxNode): SyntaxNode | undefined;
	parametersOf(made: Placed<File>): readonly TextParameter[];
	/** The list that a text is in, and which field of its elements. Without a name, all of each. */
	listAround(text: SyntaxNode, file: File): TakenField | undefined;
	/** What goes through a list, where that is written out or named: its first parameter is an element. */
	loopOver(list: SyntaxNode, file: File): SyntaxNode | undefined;
	/** What declares that by which a call is made. */
	declarationOf(call: SyntaxNode, file: File): Placed<File> | undefined;
	/** Other source that tells of it: the file that it is imported from, the class that has it. */
	sourceOf?(call: SyntaxNode, file: File): string | undefined;
}
