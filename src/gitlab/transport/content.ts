import { orUndefined } from '#core/base/or-undefined.ts';
import type { Cleaner } from './clean.ts';

/** The type that an answer says it is of, without parameters: `application/json`. */
export function mediaType(response: Response): string {
	const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
	return type.trim().toLowerCase();
}

export function isWebPage(response: Response): boolean {
	return ['text/html', 'application/xhtml+xml'].includes(mediaType(response));
}

/** `undefined`: not JSON, or nested too deep to be an answer. */
export function parseJson(bytes: Buffer, clean: Cleaner): unknown {
	return orUndefined(() => clean.json(JSON.parse(toText(bytes))));
}

export function toText(bytes: Buffer): string {
	return new TextDecoder().decode(bytes);
}
