/** Orders `v0.9.0` before `v0.10.0`, as git does with `version:refname`. */
export function compareVersions(one: string, other: string): number {
	return one.localeCompare(other, 'en', { numeric: true });
}
