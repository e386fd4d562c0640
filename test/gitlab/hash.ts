import { createHash } from 'node:crypto';

export function sha1(text: string | Buffer): string {
	return createHash('sha1').update(text).digest('hex');
}

export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/** What git calls a file with this text. */
export function blobId(text: string): string {
	return sha1(`blob ${String(Buffer.byteLength(text))}\0${text}`);
}
