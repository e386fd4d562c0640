import type { RosterRow } from '#model/roster.ts';

type Holder = Pick<RosterRow, 'role' | 'username' | 'vacancy'>;

/** Whether a role of the list of people is one that is asked for: `Senior Technical Writer` is a `Technical Writer`. */
function isRole({ role }: Holder, asked: string): boolean {
	return role?.toLowerCase().includes(asked.toLowerCase()) ?? false;
}

/** Of the roles that are asked for, those that somebody in the rosters has. */
export function findKnownRoles(roles: readonly string[], team: readonly Holder[]): string[] {
	return roles.filter((asked) => team.some((row) => !row.vacancy && isRole(row, asked)));
}

/** Of the roles that are asked for, those that one of these accounts has. */
export function findCoveredRoles(
	roles: readonly string[],
	team: readonly Holder[],
	usernames: readonly string[],
): string[] {
	const names = new Set(usernames.map((name) => name.toLowerCase()));
	const assigned = team.filter(({ username }) => names.has(username?.toLowerCase() ?? ''));
	return findKnownRoles(roles, assigned);
}
