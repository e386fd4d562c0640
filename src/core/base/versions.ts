import semver from 'semver';
import type { Version } from '#model/version.ts';

/** How far a version is behind another: in its first part that differs. */
export interface Behind {
	part: 'major' | 'minor' | 'patch' | 'pre-release';
	/** How many such versions lie between, as far as numbers tell. 1 for a pre-release. */
	count: number;
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
