/** Whether two paths lead to the same project or group: GitLab compares them without regard to case. */
export function isSamePath(path: string, other: string): boolean {
	return path.toLowerCase() === other.toLowerCase();
}

/** Whether a project or group is in a group, at whatever depth. */
export function isBelow(path: string, group: string): boolean {
	return path.toLowerCase().startsWith(`${group.toLowerCase()}/`);
}

export function withoutSlash(address: string): string {
	return address.replace(/(?<!\/)\/+$/, '');
}
