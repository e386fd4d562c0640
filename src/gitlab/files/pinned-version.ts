/** A version of a tool, where a file says it. */
export interface PinnedVersion {
	/** Counted from 1. */
	line: number;
	version: string;
}

/**
 * `v1.2` and `go1.26.5` without what comes before the number, all else as it is.
 * `undefined`: nothing that could be one version.
 */
export function toVersion(text: string): string | undefined {
	const version = text.trim().replace(/^(?:v|go)(?=\d)/, '');
	return /^[!-~]{1,100}$/.test(version) ? version : undefined;
}
