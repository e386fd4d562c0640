/** A number from 0 up to, not including, `below`: always the same for the same key. */
export function numberFor(key: string, below: number): number {
	let hash = 0x811c9dc5;
	for (const byte of Buffer.from(key)) {
		hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	}
	// The low bits of this hash repeat for keys that differ in their end only.
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
	hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
	return ((hash ^ (hash >>> 15)) >>> 0) % below;
}

/** An id for a thing, in the range of GitLab.com's numbers. */
export function idFor(key: string): number {
	return 10_000_000 + numberFor(key, 900_000_000);
}

export function pick<Choice>(key: string, choices: readonly [Choice, ...Choice[]]): Choice {
	return choices[numberFor(key, choices.length)] ?? choices[0];
}

export function chance(key: string, percent: number): boolean {
	return numberFor(key, 100) < percent;
}
