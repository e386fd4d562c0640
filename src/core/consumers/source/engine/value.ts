import type { SyntaxNode } from '@lezer/common';
import type { ClientLibrary } from '#model/api.ts';
import type { Placed } from './parsed-file.ts';

/** What is known of a value of a program, as far as it tells which of them is the client. */
export type Value<File> =
	/** All that a library exports. */
	| { readonly is: 'library'; readonly library: ClientLibrary }
	/** A class of a library: of the client, or of one of its services. */
	| { readonly is: 'class'; readonly library: ClientLibrary; readonly service: string | null }
	| { readonly is: 'client'; readonly library: ClientLibrary }
	/** A part of the client. Without a library: of something that may be the client or not. */
	| { readonly is: 'service'; readonly library: ClientLibrary | null; readonly service: string }
	| Method
	/** A class, an object or a type that the project writes out. */
	| ({ readonly is: 'own' } & Placed<File>)
	| ({ readonly is: 'function' } & Placed<File>)
	/** What holds values of a type. */
	| ({ readonly is: 'list' } & Placed<File>)
	/** All that a part of the project exports: a file, or the folder of a package that the file imports. */
	| { readonly is: 'module'; readonly path: string; readonly file: File }
	/** A package of somebody else. */
	| { readonly is: 'foreign' }
	/** Something that is not the client and has none of its parts: a text, where it is written out. */
	| ({ readonly is: 'other' } & Partial<Placed<File>>)
	| { readonly is: 'unknown' };

export interface Method {
	readonly is: 'method';
	readonly library: ClientLibrary | null;
	readonly service: string;
	readonly method: string;
}

export type Expression<File> = Value<File> | Step<File>;

/** How a value comes about, where it is not known yet. */
export type Step<File> =
	/** As it is written there. Of several values, the one at the index. */
	| ({ readonly is: 'written'; readonly index: number } & Placed<File>)
	/** By a declaration, which is followed once for all that use its name. */
	| { readonly is: 'declared'; readonly by: object; readonly as: () => Expression<File> }
	| { readonly is: 'member'; readonly of: Expression<File>; readonly name: string }
	| {
			readonly is: 'call';
			readonly of: Expression<File>;
			readonly given: readonly Expression<File>[];
			readonly index?: number;
	  }
	| { readonly is: 'instance' | 'element'; readonly of: Expression<File> }
	/** By its type, or by the value where the type tells nothing. */
	| {
			readonly is: 'typed';
			readonly type: Expression<File>;
			readonly value: Expression<File> | undefined;
	  }
	/** The first of several that tells something: any of them at run time, or all at once. */
	| { readonly is: 'any' | 'all'; readonly of: readonly Expression<File>[] };

export const other = { is: 'other' } as const;
export const unknown = { is: 'unknown' } as const;

/** Whether anything is known that may lead to the client. */
export function isTelling({ is }: Value<unknown>): boolean {
	return is !== 'foreign' && is !== 'other' && is !== 'unknown';
}

/** What is written there, of several values the one at the index. Of nothing, nothing is known. */
export function written<File>(
	node: SyntaxNode | null | undefined,
	file: File,
	index = 0,
): Expression<File> {
	return node ? { is: 'written', node, file, index } : unknown;
}

const steps = new Set('written declared member call instance element typed any all'.split(' '));

export function isStep<File>(expression: Expression<File>): expression is Step<File> {
	return steps.has(expression.is);
}
