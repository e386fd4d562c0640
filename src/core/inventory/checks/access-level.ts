/** From here on, a role may merge, release and change settings. */
export const maintainerLevel = 40;

/** @see https://docs.gitlab.com/api/access_requests/#valid-access-levels */
const roles = new Map([
	[5, 'Minimal Access'],
	[10, 'Guest'],
	[15, 'Planner'],
	[20, 'Reporter'],
	[30, 'Developer'],
	[40, 'Maintainer'],
	[50, 'Owner'],
]);

/** `the role Maintainer`. A level that GitLab has added since is named by its number. */
export function describeAccessLevel(level: number): string {
	const role = roles.get(level);
	return role === undefined ? `the access level ${String(level)}` : `the role ${role}`;
}
