import type { ClientLibrary } from '#model/api.ts';
import type { Placed } from './go-file.ts';

/** What is known of a value of a Go program, as far as it tells which of them is the client. */
export type GoType =
	/** The client of a library. */
	| { readonly is: 'client'; readonly library: ClientLibrary }
	/** A part of the client. Without a library: of something that may be the client or not. */
	| { readonly is: 'service'; readonly library: ClientLibrary | null; readonly service: string }
	/** A method of such a part. */
	| {
			readonly is: 'method';
			readonly library: ClientLibrary | null;
			readonly service: string;
			readonly method: string;
	  }
	/** A type that the project declares. */
	| { readonly is: 'named'; readonly folder: string; readonly name: string }
	| ({ readonly is: 'struct' | 'interface' } & Placed)
	| { readonly is: 'function'; readonly results: readonly Placed[] }
	| { readonly is: 'list'; readonly element: Placed }
	/** Something that is not the client and has none of its parts. */
	| { readonly is: 'other' }
	| { readonly is: 'unknown' };

export const other: GoType = { is: 'other' };
export const unknown: GoType = { is: 'unknown' };

/** A method of the client that was put into a variable was found there: to call that is no second use. */
export function asValue(type: GoType): GoType {
	return type.is === 'method' ? other : type;
}
