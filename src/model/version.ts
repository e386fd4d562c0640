/** A version as files write it, `1.26`, `v2.1.0`, `1.26rc1`, `1.26.5-alpine`, as numbers. */
export interface Version {
	/** Major, minor, patch, as many as are written. */
	parts: readonly number[];
	/** `rc.1`. Empty: it is no pre-release. */
	preRelease: string;
}

const pattern =
	/^v?(?<numbers>\d{1,9}(?:\.\d{1,9}){0,2})(?:[-.]?(?<kind>rc|beta|alpha|pre)[-.]?(?<number>\d{1,9})?)?(?<rest>(?:[-+][\w.+-]*)?(?:@sha256:[\da-f]+)?)$/i;

/**
 * Reads a version. What follows it in the tag of an image, `-alpine3.20`, says nothing about it.
 *
 * @returns `undefined` for what is no single version: `latest`, `^1.2`, `$VERSION`, `2026-11-23`.
 */
export function parseVersion(text: string): Version | undefined {
	const { numbers, kind, number, rest } = pattern.exec(text.trim())?.groups ?? {};
	if (numbers === undefined) return undefined;
	const parts = numbers.split('.').map(Number);
	// A single number and a hyphen with a digit is the beginning of a date.
	if (parts.length === 1 && rest !== undefined && /^-\d/.test(rest)) return undefined;
	const preRelease = kind === undefined ? '' : `${kind.toLowerCase()}.${number ?? '0'}`;
	return { parts, preRelease };
}
