import type { ClientLibrary } from '#model/api.ts';
import type { TsFile, TsPlaced } from './ts-file.ts';

/** What is known of a value, as far as it tells which of them is the client. */
export type TsValue =
	/** All that a library exports. */
	| { readonly is: 'library'; readonly library: ClientLibrary }
	/** A class of a library: of the client, or of one of its services. */
	| { readonly is: 'class'; readonly library: ClientLibrary; readonly service: string | null }
	| { readonly is: 'client'; readonly library: ClientLibrary }
	/** A part of the client. Without a library: of something that may be the client or not. */
	| { readonly is: 'service'; readonly library: ClientLibrary | null; readonly service: string }
	| {
			readonly is: 'method';
			readonly library: ClientLibrary | null;
			readonly service: string;
			readonly method: string;
	  }
	/** A class, an object or the type of one that the project writes out. */
	| ({ readonly is: 'own' } & TsPlaced)
	| ({ readonly is: 'function' } & TsPlaced)
	/** All that a file of the project exports. */
	| { readonly is: 'module'; readonly file: TsFile }
	/** A package of somebody else. */
	| { readonly is: 'foreign' }
	/** Something that is not the client and has none of its parts. */
	| { readonly is: 'other' }
	| { readonly is: 'unknown' };

export const other: TsValue = { is: 'other' };
export const unknown: TsValue = { is: 'unknown' };

/** Whether anything is known that may lead to the client. */
export function isTelling({ is }: TsValue): boolean {
	return is !== 'foreign' && is !== 'other' && is !== 'unknown';
}

/** A method that was put into a variable was found there: to call that is no second use. */
export function asValue(value: TsValue): TsValue {
	return value.is === 'method' ? other : value;
}

export function asInstance(value: TsValue): TsValue {
	if (value.is !== 'class') return value;
	const { library, service } = value;
	return service === null ? { is: 'client', library } : { is: 'service', library, service };
}
