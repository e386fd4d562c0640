import semver from 'semver';

/** How far a version is behind another: in its first part that differs. */
export interface Behind {
	part: 'major' | 'minor' | 'patch' | 'pre-release';
	/** How many such versions lie between, as far as numbers tell. 1 for a pre-release. */
	count: number;
}

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
 * Reads a version. What stands behind it in the tag of an image, `-alpine3.20`, says nothing of it.
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

/**
 * Sorts the older one first. A version with fewer parts equals every version that begins with them:
 * `1.26` and `1.26.5`.
 */
export function compareVersions(a: Version, b: Version): number {
	const length = Math.min(a.parts.length, b.parts.length);
	return semver.compare(toSemver(a, length), toSemver(b, length));
}

function toSemver({ parts, preRelease }: Version, length: number): string {
	const [major = 0, minor = 0, patch = 0] = parts.slice(0, length);
	const suffix = preRelease === '' ? '' : `-${preRelease}`;
	return `${String(major)}.${String(minor)}.${String(patch)}${suffix}`;
}

/** How far a version is behind another. `undefined`: it is not. */
export function measureBehind(version: Version, agreed: Version): Behind | undefined {
	if (compareVersions(version, agreed) >= 0) return undefined;
	for (const [index, part] of (['major', 'minor', 'patch'] as const).entries()) {
		const count = (agreed.parts[index] ?? 0) - (version.parts[index] ?? 0);
		const isWritten = index < Math.min(version.parts.length, agreed.parts.length);
		if (isWritten && count > 0) return { part, count };
	}
	return { part: 'pre-release', count: 1 };
}

/** `2 minor versions behind` */
export function describeBehind({ part, count }: Behind): string {
	if (part === 'pre-release') return 'a pre-release of it';
	return `${String(count)} ${part} version${count === 1 ? '' : 's'} behind`;
}
