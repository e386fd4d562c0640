import { createHash } from 'node:crypto';

export const shingleLength = 8;

/** Every run of eight words; an address or a path is one. A text with fewer words has none. */
export function findShingles(text: string): string[] {
	const words = text
		.toLowerCase()
		.replaceAll('’', "'")
		.split(/\s+/)
		.map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
		.filter(Boolean);
	const count = Math.max(0, words.length - shingleLength + 1);
	return Array.from({ length: count }, (_, start) =>
		words.slice(start, start + shingleLength).join(' '),
	);
}

/** Enough of a hash to tell texts apart, and too little to read one from it. */
export function hashShingle(shingle: string): string {
	return createHash('sha256').update(shingle).digest('hex').slice(0, 10);
}
